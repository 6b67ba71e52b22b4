"""What each command leads to: events, or a refusal. One module per group of rules; all functions are pure."""
