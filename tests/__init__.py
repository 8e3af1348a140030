"""The tests: each folder mirrors a room of src/tracker, or holds what concerns all of them."""
