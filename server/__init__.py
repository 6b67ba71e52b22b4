"""Palabra: a live dialogue between social actors and ministers, in real time."""
