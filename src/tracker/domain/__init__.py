"""What a commitment is: no session, no clock, no printing, no files."""
