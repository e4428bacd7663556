"""The same server with the faults mended.

Ends are told apart and logged at DEBUG, a send is never tried again on a dead connection, and dead connections leave the list:
at once when they are noticed, by a sweep otherwise.

    uvicorn after:app --port 8001
"""

import asyncio
import contextlib
import itertools
import logging

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from starlette.websockets import WebSocketState
from websockets.exceptions import ConnectionClosed

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("websockets").setLevel(logging.INFO)
logger = logging.getLogger("chat")

SWEEP_SECONDS = 30
SEND_SECONDS = 2  # a client that reads nothing must not keep the others waiting


class ConnectionManager:
    def __init__(self):
        self.connections = {}
        self.numbers = itertools.count(1)

    async def connect(self, session, websocket):
        await websocket.accept()
        connection_id = f"customer_{session}-{next(self.numbers)}"
        self.connections[connection_id] = websocket
        return connection_id

    def disconnect(self, connection_id):
        self.connections.pop(connection_id, None)

    def is_connected(self, websocket):
        return (
            websocket.client_state == WebSocketState.CONNECTED
            and websocket.application_state == WebSocketState.CONNECTED
        )

    async def send(self, connection_id, text):
        """True when the message was handed over; never raises for a peer that is gone."""
        websocket = self.connections.get(connection_id)
        if websocket is None or not self.is_connected(websocket):
            self.disconnect(connection_id)
            return False
        try:
            await asyncio.wait_for(websocket.send_text(text), SEND_SECONDS)
            return True
        except asyncio.TimeoutError:
            logger.debug(f"Connection {connection_id} is too slow: it took nothing for {SEND_SECONDS} s")
        except (WebSocketDisconnect, ConnectionClosed) as e:
            logger.debug(f"Connection {connection_id} already closed: {type(e).__name__}")
        except OSError as e:
            logger.debug(f"Broken pipe for {connection_id}: {e}")
        except RuntimeError as e:
            logger.debug(f"WebSocket invalid state for {connection_id}: {e}")
        self.disconnect(connection_id)
        return False

    async def broadcast(self, text):
        await asyncio.gather(*(self.send(connection_id, text) for connection_id in list(self.connections)))

    def sweep(self):
        stale = [id for id, websocket in self.connections.items() if not self.is_connected(websocket)]
        for connection_id in stale:
            self.disconnect(connection_id)
        if stale:
            logger.info(f"Cleaned up {len(stale)} stale connections")
        return len(stale)


manager = ConnectionManager()


async def sweep_for_ever():
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        try:
            manager.sweep()
        except Exception:
            logger.exception("The sweep failed; the next one comes all the same")


app = FastAPI()


@app.on_event("startup")
async def start_sweeping():
    app.state.sweeper = asyncio.create_task(sweep_for_ever())


@app.on_event("shutdown")
async def stop_sweeping():
    app.state.sweeper.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await app.state.sweeper


@app.websocket("/ws/{session}")
async def chat(websocket: WebSocket, session: str):
    connection_id = await manager.connect(session, websocket)
    try:
        while True:
            await manager.broadcast(await websocket.receive_text())
    except WebSocketDisconnect as e:
        logger.debug(f"Connection {connection_id} closed by its peer: {e.code}")
    finally:
        manager.disconnect(connection_id)


@app.get("/status")
async def status():
    return {"connections": {"total": len(manager.connections)}}


@app.post("/cleanup")
async def cleanup():
    return {"cleaned": manager.sweep()}
