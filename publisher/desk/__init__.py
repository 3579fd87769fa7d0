"""The editor's desk: every repair in its place, every doubt answered, for three faces."""
