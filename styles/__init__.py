"""Themes: a folder each, with templates and style sheets; shipped inside the wheel."""
