"""Core values as tables, sentences or JSON."""
