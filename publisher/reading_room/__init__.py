"""The reading room: what the archive keeps, to look through, search, read and take away."""
