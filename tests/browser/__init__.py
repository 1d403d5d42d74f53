"""People at the dashboard: the production server, the real study, Debian's Chromium."""
