"""The rules: one kind of damage a module, with its page beside it."""
