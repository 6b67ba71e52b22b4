"""The pure core: commands are decided into events, events are folded into state; no I/O, no clock, no chance."""
