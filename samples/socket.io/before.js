// Naive: the list only grows, every client that leaves is an error in the log, and the frozen go unnoticed for the 45 s that
// are socket.io's default.
//
//   npm ci && node before.js 8023
'use strict';

const http = require('node:http');
const { Server } = require('socket.io');

const users = new Map();

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ connections: { total: users.size } }));
});

const io = new Server(server);

io.on('connection', (socket) => {
  users.set(socket.id, socket);
  socket.on('chat', (text) => users.forEach((user) => user.emit('chat', text)));
  socket.on('disconnect', (reason) => console.error(`ERROR lost ${socket.id}: ${reason}`));
});

server.listen(Number(process.argv[2]), '127.0.0.1');
