"""The rules of the profile, one a file: `CODE` is its entry in the catalogue of codes."""
