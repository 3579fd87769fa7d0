"""The theme: finds and renders the templates that EPUB and PDF share; decides nothing."""

from publisher.theme.rendering import render
from publisher.theme.themes import Theme, find_theme, stylesheet
from publisher.theme.words import words

__all__ = ["Theme", "find_theme", "render", "stylesheet", "words"]
