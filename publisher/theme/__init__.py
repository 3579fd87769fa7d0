"""The theme: finds and renders the templates; decides nothing."""
