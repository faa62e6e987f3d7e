"""What people wish for: what would let them come, what to talk about, and who is not here yet."""
