"""What is built, and that it runs where it is installed."""
