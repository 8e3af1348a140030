"""One function for each thing that a user can do; both doors call these and add no rule.

A service that writes takes the session first and who acts, commits one transaction, and says
what it did. A service that reads takes a connection and gives facts.
"""
