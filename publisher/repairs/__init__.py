"""Repairs: rules propose, the engine disposes, the ledger remembers. Pure."""
