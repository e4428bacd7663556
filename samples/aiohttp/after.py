"""Mended: a socket leaves the list however its loop ends, a failed send concerns nobody else, and a heartbeat finds the
frozen.

    PING_SECONDS=1 python3 after.py 8015
"""

import asyncio
import logging
import os
import sys

from aiohttp import WSMsgType, web

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("asyncio").setLevel(logging.INFO)
logger = logging.getLogger("chat")

PING_SECONDS = float(os.environ.get("PING_SECONDS", "20"))
SEND_SECONDS = 2  # a client that reads nothing must not keep the others waiting
sockets = set()


async def send(socket, text):
    if socket.closed:
        return
    try:
        await asyncio.wait_for(socket.send_str(text), SEND_SECONDS)
    except asyncio.TimeoutError:
        logger.debug("A client is too slow: it took nothing for %s s", SEND_SECONDS)
        sockets.discard(socket)
    except ConnectionError as e:
        logger.debug("Connection already closed: %s", e)
        sockets.discard(socket)


async def chat(request):
    socket = web.WebSocketResponse(heartbeat=PING_SECONDS, timeout=1, max_msg_size=1024 * 1024)
    await socket.prepare(request)
    sockets.add(socket)
    try:
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                await asyncio.gather(*(send(other, message.data) for other in list(sockets)))
    finally:
        sockets.discard(socket)
        logger.debug("Connection closed with %s: %s", socket.close_code, socket.exception())
    return socket


async def status(request):
    return web.json_response({"connections": {"total": len(sockets)}})


app = web.Application()
app.add_routes([web.get("/ws", chat), web.get("/status", status)])
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None)
