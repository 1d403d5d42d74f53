"""The server object that the Procfile's server runs."""

from dashboard.app import create_app
from dashboard.settings import read_settings

server = create_app(read_settings()).server
