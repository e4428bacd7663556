"""An ASGI application without a framework, mended: a disconnect is a message like others, a connection leaves the list with
its end, and a failed send concerns nobody else. Who is frozen the server must find:

    hypercorn --config asgi/hypercorn.toml --bind 127.0.0.1:8017 after:app
    python3 -m daphne --ping-interval 1 --ping-timeout 1 -b 127.0.0.1 -p 8018 after:app
"""

import asyncio
import json
import logging

logger = logging.getLogger("chat")

SEND_SECONDS = 2  # a client that reads nothing must not keep the others waiting
sends = set()


async def app(scope, receive, send):
    if scope["type"] == "http":
        await status(send)
    elif scope["type"] == "websocket":
        await chat(receive, send)
    elif scope["type"] == "lifespan":
        await lifespan(receive, send)


async def chat(receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    sends.add(send)
    try:
        while (message := await receive())["type"] == "websocket.receive":
            if message.get("text") is not None:
                await asyncio.gather(*(forward(other, message["text"]) for other in list(sends)))
        logger.debug("Connection closed with %s", message.get("code"))
    finally:
        sends.discard(send)


async def forward(send, text):
    try:
        await asyncio.wait_for(send({"type": "websocket.send", "text": text}), SEND_SECONDS)
    except Exception as e:  # what a send to the dead raises, each server decides for itself
        logger.debug("Connection already closed: %r", e)
        sends.discard(send)


async def lifespan(receive, send):
    while (message := await receive())["type"] != "lifespan.shutdown":
        await send({"type": message["type"] + ".complete"})
    await send({"type": "lifespan.shutdown.complete"})


async def status(send):
    body = json.dumps({"connections": {"total": len(sends)}}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
