"""Text from outside becomes drafts here; nothing in this room touches the register."""
