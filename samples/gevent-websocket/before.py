"""Naive: sockets are listed and never taken off, a broadcast stops at the first dead one and takes its sender with it, and
nobody is pinged.

    python3 before.py 8019
"""

import json
import sys

from gevent.pywsgi import WSGIServer
from geventwebsocket.handler import WebSocketHandler

sockets = []


def app(environ, start_response):
    socket = environ.get("wsgi.websocket")
    if socket is None:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"connections": {"total": len(sockets)}}).encode()]
    sockets.append(socket)
    while True:
        text = socket.receive()
        for other in sockets:
            other.send(text)


WSGIServer(("127.0.0.1", int(sys.argv[1])), app, handler_class=WebSocketHandler, log=None).serve_forever()
