"""The archive: every issue kept in all its versions, proved, found and brought back."""
