// The same server with the faults mended: the list is kept by the close event, sends look at the connection first, ends are
// logged at debug, and a heartbeat finds the frozen.
//
//   npm install && node after.js 8002
'use strict';

const http = require('node:http');
const { WebSocket, WebSocketServer } = require('ws');

const HEARTBEAT_MS = Number(process.env.HEARTBEAT_MS || 3000);
const clients = new Map();
let numbers = 0;

function log(level, message) {
  console.log(JSON.stringify({ time: new Date().toISOString(), level, msg: message }));
}

function send(id, text) {
  const socket = clients.get(id);
  if (!socket || socket.readyState !== WebSocket.OPEN) {
    return;
  }
  socket.send(text, (error) => {
    if (error) {
      log('debug', `Connection ${id} already closed: ${error.message}`);
    }
  });
}

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ connections: { total: clients.size } }));
});

new WebSocketServer({ server, maxPayload: 1024 * 1024 }).on('connection', (socket) => {
  const id = `customer_${++numbers}`;
  socket.isAlive = true;
  clients.set(id, socket);
  socket.on('message', (data) => clients.forEach((_, other) => send(other, data.toString())));
  socket.on('pong', () => { socket.isAlive = true; });
  socket.on('error', (error) => log('debug', `Connection ${id} failed: ${error.message}`));
  socket.on('close', (code) => {
    clients.delete(id);
    log('debug', `Connection ${id} closed with ${code}`);
  });
});

setInterval(() => {
  clients.forEach((socket, id) => {
    if (!socket.isAlive) {
      log('debug', `No pong from ${id}; ending it`);
      socket.terminate();
      return;
    }
    socket.isAlive = false;
    socket.ping();
  });
}, HEARTBEAT_MS).unref();

server.listen(Number(process.argv[2] || 8002), '127.0.0.1', () => log('info', `listening on ${server.address().port}`));
