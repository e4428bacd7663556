"""A naive WebSocket server, with the faults that wsdoc exists to find.

Every failed send is "unexpected" and tried again without a look at the connection, a client that vanishes is a traceback, and
nothing ever takes a dead connection off the list.

    python3 before.py 8003        # its status page is on the next port
"""

import asyncio
import json
import logging
import sys

import websockets

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logger = logging.getLogger("chat")

MAX_RETRIES = 3
RETRY_DELAY_SECONDS = 0.1
clients = {}


async def send(client_id, text):
    for _ in range(MAX_RETRIES + 1):
        try:
            await clients[client_id].send(text)
            return
        except Exception as e:
            logger.error(f"Unexpected error sending message to {client_id}: {e}")
            await asyncio.sleep(RETRY_DELAY_SECONDS)


async def chat(websocket):
    clients[f"customer_{len(clients) + 1}"] = websocket
    async for text in websocket:
        await asyncio.gather(*(send(client_id, text) for client_id in list(clients)))


async def status(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    body = json.dumps({"connections": {"total": len(clients)}}).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n")
    writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    writer.close()


async def main(port):
    await asyncio.start_server(status, "127.0.0.1", port + 1)
    async with websockets.serve(chat, "127.0.0.1", port, ping_interval=None):
        await asyncio.Future()


asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8003))
