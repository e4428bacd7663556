// Naive: the list only grows, every client that leaves is an error in the log, and nobody is pinged.
//
//   npm ci && node before.js 8022
'use strict';

const app = require('fastify')({ logger: { level: 'info' }, disableRequestLogging: true });

const sockets = [];

app.register(require('@fastify/websocket'));
app.register(async (routes) => {
  routes.get('/ws', { websocket: true }, (socket, request) => {
    sockets.push(socket);
    socket.on('message', (data) => sockets.forEach((other) => other.send(data.toString())));
    socket.on('close', (code) => request.log.error({ code }, 'lost a client'));
  });
  routes.get('/status', async () => ({ connections: { total: sockets.length } }));
});
app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
