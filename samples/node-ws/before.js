// A naive WebSocket server, with the faults that wsdoc exists to find: sends into the dead are "unexpected" and tried again
// blindly, frozen clients are never noticed, and nothing ever takes a dead connection off the list.
//
//   npm install && node before.js 8002
'use strict';

const http = require('node:http');
const { WebSocketServer } = require('ws');

const MAX_RETRIES = 3;
const RETRY_DELAY_MS = 100;
const clients = new Map();
let numbers = 0;

function log(level, message) {
  console.log(JSON.stringify({ time: new Date().toISOString(), level, msg: message }));
}

function send(id, text, attempt = 0) {
  clients.get(id).send(text, (error) => {
    if (error) {
      log('error', `Unexpected error sending message to ${id}: ${error.message}`);
      if (attempt < MAX_RETRIES) {
        setTimeout(send, RETRY_DELAY_MS, id, text, attempt + 1);
      }
    }
  });
}

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ connections: { total: clients.size } }));
});

new WebSocketServer({ server }).on('connection', (socket) => {
  const id = `customer_${++numbers}`;
  clients.set(id, socket);
  socket.on('message', (data) => clients.forEach((_, other) => send(other, data.toString())));
  socket.on('error', (error) => log('error', `Unexpected error in ${id}: ${error.message}`));
});

server.listen(Number(process.argv[2] || 8002), '127.0.0.1', () => log('info', `listening on ${server.address().port}`));
