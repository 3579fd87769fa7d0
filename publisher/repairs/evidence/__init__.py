"""Evidence: what texts of a kind look like, and what a break between two pieces may be. Pure."""
