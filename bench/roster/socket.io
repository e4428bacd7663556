# Its pings are messages, which wsdoc does not answer: it says a pong every 5 s, which has to be often enough.
what="socket.io"
version="$(npm_version samples/socket.io socket.io)"
start="PING_MS=2000 node samples/socket.io/$state.js $port"
url="ws://127.0.0.1:$port/socket.io/?EIO=4&transport=websocket"
status=http://127.0.0.1:$port/
options=(--hello 40 --await '40{' --keep-alive-text 3 --provoke '42["chat","wake up {n}"]')
ping_wait=10s
