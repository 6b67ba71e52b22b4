"""How each event changes the state. One module per group of rules, as in `rules`; all functions are total."""
