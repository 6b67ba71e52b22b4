"""A dialogue played from opening to closing by simulated people, each on a real socket: demo, training, and test."""
