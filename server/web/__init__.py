"""HTTP: the pages, their files, health, and the journal."""
