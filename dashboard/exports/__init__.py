"""The database as files: the same rows that the pages show, on addresses of their own."""
