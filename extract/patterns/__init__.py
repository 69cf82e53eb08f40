"""Patterns as data, each with the examples that hold it."""
