"""Mended: on_close keeps the list, a send into the dead is told at DEBUG and concerns nobody else, and pings find the frozen.

    PING_SECONDS=1 python3 after.py 8016
"""

import asyncio
import logging
import os
import sys

import tornado.web
import tornado.websocket

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("asyncio").setLevel(logging.INFO)
logger = logging.getLogger("chat")

PING_SECONDS = float(os.environ.get("PING_SECONDS", "20"))
SEND_SECONDS = 2  # a client that reads nothing must not keep the others waiting
handlers = set()


class Chat(tornado.websocket.WebSocketHandler):
    def open(self):
        handlers.add(self)

    def on_close(self):
        handlers.discard(self)
        logger.debug("Connection closed with %s", self.close_code)

    async def on_message(self, text):
        await asyncio.gather(*(handler.send(text) for handler in list(handlers)))

    async def send(self, text):
        try:
            await asyncio.wait_for(self.write_message(text), SEND_SECONDS)
        except tornado.websocket.WebSocketClosedError:
            logger.debug("Connection already closed")
            handlers.discard(self)
        except asyncio.TimeoutError:
            logger.debug("A client is too slow: it took nothing for %s s", SEND_SECONDS)
            handlers.discard(self)
            self.close()


class Status(tornado.web.RequestHandler):
    def get(self):
        self.write({"connections": {"total": len(handlers)}})


async def main(port):
    tornado.web.Application(
        [("/ws", Chat), ("/status", Status)],
        websocket_ping_interval=PING_SECONDS,
        websocket_ping_timeout=2 * PING_SECONDS,  # no longer than the interval, it would end the living
        websocket_max_message_size=1024 * 1024,
    ).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main(int(sys.argv[1])))
