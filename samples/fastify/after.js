// Mended: the plugin's own set has who is connected, ends are told at debug, whoever has too much waiting is left out, and
// pings find the frozen.
//
//   npm ci && PING_MS=1000 node after.js 8022
'use strict';

const app = require('fastify')({ logger: { level: 'debug' }, disableRequestLogging: true });

const PING_MS = Number(process.env.PING_MS || 20000);
const MAX_WAITING_BYTES = 1024 * 1024;
const answered = new WeakSet();

function tellError(error, socket, request) {
  request.log.debug(`Connection failed: ${error.message}`);
  socket.terminate();
}

function broadcast(text) {
  for (const socket of app.websocketServer.clients) {
    if (socket.readyState === socket.OPEN && socket.bufferedAmount < MAX_WAITING_BYTES) {
      socket.send(text);
    }
  }
}

function ping() {
  for (const socket of app.websocketServer.clients) {
    if (!answered.delete(socket)) {
      socket.terminate();
    } else {
      socket.ping();
    }
  }
}

app.register(require('@fastify/websocket'), { errorHandler: tellError, options: { maxPayload: 1024 * 1024 } });
app.register(async (routes) => {
  routes.get('/ws', { websocket: true }, (socket, request) => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('message', (data) => broadcast(data.toString()));
    socket.on('close', (code) => request.log.debug(`Connection closed with ${code}`));
  });
  routes.get('/status', async () => ({ connections: { total: app.websocketServer.clients.size } }));
});
app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
setInterval(ping, PING_MS).unref();
