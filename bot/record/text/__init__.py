"""What is read of a record: by everybody, by whoever writes it, and on paper."""
