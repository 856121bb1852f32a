"""One file per change of the tables, in `versions/`; applied by `storage.migrate`."""
