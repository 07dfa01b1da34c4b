"""The forms of rule that exit clauses are made of, each a function that does its part of a reckoning.

Each takes the course so far and returns it with its own step: the day moved, why, what is doubtful. One that a clause
does not have returns the course as it is.
"""
