"""Naive: there is no on_close, so that the list only grows; each send to the dead fails, unawaited; and nobody is pinged.

    python3 before.py 8016
"""

import asyncio
import sys

import tornado.web
import tornado.websocket

handlers = []


class Chat(tornado.websocket.WebSocketHandler):
    def open(self):
        handlers.append(self)

    def on_message(self, text):
        for handler in handlers:
            handler.write_message(text)


class Status(tornado.web.RequestHandler):
    def get(self):
        self.write({"connections": {"total": len(handlers)}})


async def main(port):
    tornado.web.Application([("/ws", Chat), ("/status", Status)]).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main(int(sys.argv[1])))
