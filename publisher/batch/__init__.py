"""Many issues: built by a pool of workers, entered in a ledger, only where something changed."""
