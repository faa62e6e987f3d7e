"""What a meeting is to be about: prepared with everybody, and known to everybody beforehand."""
