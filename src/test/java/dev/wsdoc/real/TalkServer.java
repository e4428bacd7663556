package dev.wsdoc.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/** A server of another maker that says goodbye as its path tells, on a port of its own; ended when it is closed. */
final class TalkServer implements AutoCloseable {
    private static final String NODE = """
            const { WebSocketServer } = require('./samples/node-ws/node_modules/ws');
            const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 100 << 20 });
            server.on('listening', () => console.log(server.address().port));
            server.on('connection', (ws, request) => {
              const how = request.url.slice(1);
              if (how === 'greets') ws.send('two\\nlines');
              ws.on('message', (data, isBinary) => {
                if (how === 'leaves') ws.close(1001, 'restart');
                else if (how === 'fails') ws.close(1011, 'no database');
                else if (how === 'codeless') ws.close();
                else if (how === 'ends') ws._socket.end();
                else if (how === 'resets') ws._socket.resetAndDestroy();
                else if (how === 'speaks-on') for (let i = 0; i < 3; i++) ws.send('news ' + i);
                else if (how === 'big') ws.send('x'.repeat(50e6));
                else if (how !== 'mute') ws.send(data, { binary: isBinary });
              });
            });
            """;

    private static final String PYTHON = """
            import asyncio, sys, websockets
            async def serve(ws):
                how = (ws.request.path if hasattr(ws, 'request') else ws.path)[1:]
                async for message in ws:
                    if how == 'leaves': await ws.close(1001, 'restart')
                    elif how == 'fails': await ws.close(1011, 'no database')
                    elif how == 'ends': ws.transport.close()
                    elif how == 'speaks-on':
                        for i in range(3): await ws.send('news %d' % i)
                    elif how != 'mute': await ws.send(message)
            async def main():
                async with websockets.serve(serve, '127.0.0.1', 0, max_size=None) as server:
                    print(server.sockets[0].getsockname()[1], flush=True)
                    await asyncio.Future()
            asyncio.run(main())
            """;

    /** Who made it. */
    enum Maker {
        NODE_WS("node's ws (npm ci in samples/node-ws)", "node -e \"require('./samples/node-ws/node_modules/ws')\""),
        PYTHON_WEBSOCKETS(
                "Python's websockets (apt-get install python3-websockets)",
                Installed.PYTHON + " -c 'import websockets'");

        private final String whatItNeeds;
        private final String probe;

        Maker(String whatItNeeds, String probe) {
            this.whatItNeeds = whatItNeeds;
            this.probe = probe;
        }
    }

    private final Process process;
    private final int port;

    private TalkServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static TalkServer start(Maker maker) throws IOException {
        Installed.require(maker.whatItNeeds, maker.probe);
        ProcessBuilder builder = maker == Maker.NODE_WS
                ? new ProcessBuilder("node", "-e", NODE)
                : new ProcessBuilder(Installed.PYTHON, "-c", PYTHON);
        Process process = builder.redirectError(Redirect.DISCARD).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new TalkServer(process, Integer.parseInt(String.valueOf(out.readLine())));
    }

    /** @param how it is to behave; empty for an echo */
    String url(String how) {
        return "ws://127.0.0.1:" + port + "/" + how;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
