"""Pure values with the rules of a withdrawal's path."""
