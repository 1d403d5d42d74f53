"""From files to the database: read, match, validate, estimate, write."""
