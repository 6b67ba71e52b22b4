"""What follows from a state: computed when somebody asks, once for each state, for rules and views alike."""
