"""The message whose buttons reach everything that a member can do."""
