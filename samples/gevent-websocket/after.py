"""Mended: a socket leaves the list with its handler, a failed send concerns nobody else, and, since gevent-websocket pings
nobody, the sockets themselves have time limits: a client that answers no ping is one on which a read times out.

    PING_SECONDS=1 python3 after.py 8019
"""

import json
import logging
import os
import sys

import gevent
from gevent.pywsgi import WSGIServer
from geventwebsocket.exceptions import WebSocketError
from geventwebsocket.handler import WebSocketHandler
from geventwebsocket.websocket import WebSocket

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logger = logging.getLogger("chat")

PING_SECONDS = float(os.environ.get("PING_SECONDS", "20"))
sockets = set()


def send(socket, text, opcode=WebSocket.OPCODE_TEXT):
    try:
        socket.send_frame(text, opcode)
    except (WebSocketError, OSError) as e:
        logger.debug("Connection already closed: %s", e)
        sockets.discard(socket)


def ping_for_ever():
    while True:
        gevent.sleep(PING_SECONDS)
        for socket in list(sockets):
            gevent.spawn(send, socket, "", WebSocket.OPCODE_PING)


def app(environ, start_response):
    socket = environ.get("wsgi.websocket")
    if socket is None:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"connections": {"total": len(sockets)}}).encode()]
    socket.handler.socket.settimeout(3 * PING_SECONDS)
    sockets.add(socket)
    try:
        while (text := socket.receive()) is not None:
            for other in list(sockets):
                gevent.spawn(send, other, text)
    except (WebSocketError, OSError) as e:
        logger.debug("Connection ended: %s", e)
    finally:
        sockets.discard(socket)
    return []


gevent.spawn(ping_for_ever)
WSGIServer(("127.0.0.1", int(sys.argv[1])), app, handler_class=WebSocketHandler, log=None).serve_forever()
