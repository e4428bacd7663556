"""A naive WebSocket server, with the faults that wsdoc exists to find.

Every failed send is "unexpected", every failure is tried again without a look at the connection, and nothing ever takes a
dead connection off the list.

    uvicorn before:app --port 8001
"""

import asyncio
import itertools
import logging

from fastapi import FastAPI, WebSocket

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
logging.getLogger("websockets").setLevel(logging.INFO)
logger = logging.getLogger("chat")
app = FastAPI()

MAX_RETRIES = 3
RETRY_DELAY_SECONDS = 0.1


class ConnectionManager:
    def __init__(self):
        self.connections = {}
        self.numbers = itertools.count(1)

    async def connect(self, session, websocket):
        await websocket.accept()
        connection_id = f"customer_{session}-{next(self.numbers)}"
        self.connections[connection_id] = websocket
        return connection_id

    async def send(self, connection_id, text):
        for _ in range(MAX_RETRIES + 1):
            try:
                await self.connections[connection_id].send_text(text)
                return
            except Exception as e:
                logger.error(f"Unexpected error sending message to {connection_id}: {e}")
                await asyncio.sleep(RETRY_DELAY_SECONDS)

    async def broadcast(self, text):
        await asyncio.gather(*(self.send(connection_id, text) for connection_id in list(self.connections)))


manager = ConnectionManager()


@app.websocket("/ws/{session}")
async def chat(websocket: WebSocket, session: str):
    connection_id = await manager.connect(session, websocket)
    try:
        while True:
            await manager.broadcast(await websocket.receive_text())
    except Exception as e:
        logger.error(f"Unexpected error in {connection_id}: {e}")


@app.get("/status")
async def status():
    return {"connections": {"total": len(manager.connections)}}
