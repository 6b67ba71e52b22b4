"""What a dialogue is made of: names, set-up, values, the state, and what commands and events have in common."""
