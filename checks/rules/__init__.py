"""The rules, one a file; a file's name is the fault it looks for."""
