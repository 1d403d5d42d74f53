"""The server object that the Procfile's server runs.

Dash learns which script files it may serve while it writes its first index. A worker that has not
yet written one would refuse the scripts of a page that another worker wrote, so each begins so.
"""

from dashboard.app import create_app
from dashboard.settings import read_settings

server = create_app(read_settings()).server
server.test_client().get("/")
