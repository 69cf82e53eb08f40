"""Bytes to record: readers bring a file to canonical text, finders make the record of it."""
