"""Training, fitting and scoring of the repairs on the shared corpora."""
