"""Pictures: rows in, figure out. Nothing here knows a database, a server or a language."""
