"""The rules for a press, one a module: `check` takes a file and yields its faults."""
