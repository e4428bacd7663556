// Mended: socket.io's own list has who is connected, ends are told at debug, and the frozen are found by pings that come often.
//
//   npm ci && PING_MS=2000 node after.js 8023
'use strict';

const http = require('node:http');
const { Server } = require('socket.io');

const PING_MS = Number(process.env.PING_MS || 10000);

function log(level, message) {
  console.log(JSON.stringify({ time: new Date().toISOString(), level, msg: message }));
}

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ connections: { total: io.of('/').sockets.size } }));
});

const io = new Server(server, { pingInterval: PING_MS, pingTimeout: 3 * PING_MS, maxHttpBufferSize: 1024 * 1024 });

io.on('connection', (socket) => {
  socket.on('chat', (text) => io.emit('chat', text));
  socket.on('disconnect', (reason) => {
    log('debug', `Connection ${socket.id} closed: ${reason}`);
    if (reason === 'ping timeout') {
      socket.conn.transport.socket?.terminate(); // else the frozen has 30 s more to answer the close frame
    }
  });
});

server.listen(Number(process.argv[2]), '127.0.0.1', () => log('info', `listening on ${server.address().port}`));
