"""Sockets: REST, Gateway and the clock, on 127.0.0.1 only."""
