"""How fast the dashboard is, against a static page and against the ordinary way: `make bench`."""
