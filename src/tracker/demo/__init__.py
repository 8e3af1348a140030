"""The demo's material: a report in plain text, and what a coordinator made of it in a year."""
