"""The view on paper: facts in, bytes out. No query, no clock, no session."""
