"""The records file: one SQLite database, its ledger, copies, migrations and backups."""
