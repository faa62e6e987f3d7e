"""What is so: people, rooms, messages and interactions, with Discord's rules and no sockets."""
