"""Questions asked in a terminal where a command was given nothing to do; imported only then."""
