"""How a records file of an older version becomes one of this version."""
