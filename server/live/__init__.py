"""Live connections: who is there, what they are sent, what they ask for."""
