"""Follow states on their way out of treaties."""

__version__ = "0.1.0"
