"""The same server with the faults mended.

Ends are told apart and logged at DEBUG, a send is never tried again on a dead connection, a connection leaves the list with
its handler, and pings find the frozen.

    python3 after.py 8003         # its status page is on the next port
"""

import asyncio
import itertools
import json
import logging
import os
import sys

import websockets
from websockets.exceptions import ConnectionClosed

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("asyncio").setLevel(logging.INFO)
logging.getLogger("websockets").setLevel(logging.INFO)
logger = logging.getLogger("chat")

PING_SECONDS = float(os.environ.get("PING_SECONDS", "20"))
clients = {}
numbers = itertools.count(1)


async def send(client_id, text):
    websocket = clients.get(client_id)
    if websocket is None:
        return
    try:
        await websocket.send(text)
    except ConnectionClosed as e:
        logger.debug(f"Connection {client_id} already closed: {e}")


async def chat(websocket):
    client_id = f"customer_{next(numbers)}"
    clients[client_id] = websocket
    try:
        async for text in websocket:
            await asyncio.gather(*(send(other, text) for other in list(clients)))
    except ConnectionClosed as e:
        logger.debug(f"Connection {client_id} ended: {e}")
    finally:
        del clients[client_id]


async def status(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    body = json.dumps({"connections": {"total": len(clients)}}).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n")
    writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    writer.close()


async def main(port):
    await asyncio.start_server(status, "127.0.0.1", port + 1)
    async with websockets.serve(
        chat, "127.0.0.1", port, ping_interval=PING_SECONDS, ping_timeout=PING_SECONDS, close_timeout=1
    ):
        await asyncio.Future()


asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8003))
