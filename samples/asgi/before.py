"""An ASGI application without a framework, naive: it waits for the next message only, so that a disconnect is an error with
a trace, and the list only grows.

    hypercorn --bind 127.0.0.1:8017 before:app
"""

import json

sends = []


async def app(scope, receive, send):
    if scope["type"] == "http":
        await status(send)
    elif scope["type"] == "websocket":
        await chat(receive, send)


async def chat(receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    sends.append(send)
    while True:
        message = await receive()
        for other in sends:
            await other({"type": "websocket.send", "text": message["text"]})


async def status(send):
    body = json.dumps({"connections": {"total": len(sends)}}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
