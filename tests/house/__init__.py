"""What holds for the whole house: start-up imports, the size of modules, documented commands."""
