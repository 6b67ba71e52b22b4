"""HTTP: the pages and their files, the protocol without a socket, health, and the journal."""
