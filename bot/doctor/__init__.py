"""What a host has to mend, in plain words."""
