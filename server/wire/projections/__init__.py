"""From state to view: one module for each part, the same names as in `server.wire.views`."""
