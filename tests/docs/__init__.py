"""The documentation: its examples run, its links resolve, its tables are those of the code."""
