"""The commands: load, decide, record, show."""
