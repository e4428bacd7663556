"""Naive: a socket leaves the list only when its loop ends well, a broadcast stops at the first dead one and takes its sender
with it, and nobody is pinged.

    python3 before.py 8015
"""

import logging
import sys

from aiohttp import WSMsgType, web

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
sockets = []


async def chat(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    sockets.append(socket)
    async for message in socket:
        if message.type == WSMsgType.TEXT:
            for other in sockets:
                await other.send_str(message.data)
        elif message.type == WSMsgType.ERROR:
            logging.error("WebSocket error: %s", socket.exception())
    return socket


async def status(request):
    return web.json_response({"connections": {"total": len(sockets)}})


app = web.Application()
app.add_routes([web.get("/ws", chat), web.get("/status", status)])
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None)
