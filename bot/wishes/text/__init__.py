"""What people read about wishes, and about what they propose to talk about."""
