"""The preview: an issue's editions live in a browser, made anew as its files change."""
