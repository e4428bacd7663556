package dev.wsdoc.cli.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A small WebSocket server in Python, in a process of its own, with metrics on its port; it calls every death an unexpected error. */
record PythonServer(Process process, int port) implements AutoCloseable {
    private static final String SCRIPT = """
            import base64, hashlib, os, socket, sys, threading
            clients, lock = set(), threading.Lock()
            log = open(sys.argv[2], 'a', buffering=1) if len(sys.argv) > 2 else sys.stdout

            def read(stream, count):
                data = stream.read(count)
                if len(data) < count:
                    raise ConnectionError('end of stream')
                return data

            def converse(stream, client):
                while True:
                    first, length = read(stream, 2)
                    mask = read(stream, 4)
                    payload = bytes(b ^ mask[i % 4] for i, b in enumerate(read(stream, length & 127)))
                    client.sendall(bytes([0x8A if first == 0x89 else first, len(payload)]) + payload)
                    if first == 0x88:
                        return

            def serve(client):
                stream = client.makefile('rb')
                fields = {}
                request = stream.readline()
                line = request
                while line.strip():
                    line = stream.readline()
                    fields[line.split(b':')[0].strip().lower()] = line.split(b':')[-1].strip()
                key = fields.get(b'sec-websocket-key')
                if key is None:
                    log.write('2026-11-22 20:31:38,123 DEBUG app - asked: %s\\n' % request.decode().strip())
                    log.flush()
                    found = request.startswith(b'GET /metrics ') and 'NO_METRICS' not in os.environ
                    body = b'ws_clients %d\\n' % len(clients) if found else b''
                    status = b'200 OK' if found else b'404 Not Found'
                    client.sendall(b'HTTP/1.1 %s\\r\\nConnection: close\\r\\nContent-Length: %d\\r\\n\\r\\n%s'
                            % (status, len(body), body))
                    return
                accept = base64.b64encode(hashlib.sha1(key + b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest())
                client.sendall(b'HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n'
                        b'Sec-WebSocket-Accept: ' + accept + b'\\r\\n\\r\\n')
                with lock:
                    clients.add(client)
                try:
                    converse(stream, client)
                except OSError as e:
                    log.write('2026-11-22 20:31:38,123 ERROR app - Unexpected error sending message to c1: %s\\n' % e)
                    log.flush()
                finally:
                    with lock:
                        clients.discard(client)

            def run(client):
                with client:
                    serve(client)

            listener = socket.create_server(('127.0.0.1', int(sys.argv[1])), backlog=500)
            sys.stderr.write('%d\\n' % listener.getsockname()[1])
            sys.stderr.flush()
            while True:
                threading.Thread(target=run, args=(listener.accept()[0],), daemon=True).start()
            """;

    /** The words that start it, on a port and with a log of its own. */
    static List<String> words(Path folder, int port, Path... log) throws IOException {
        Path script = folder.resolve("server.py");
        Files.writeString(script, SCRIPT, UTF_8);
        List<String> words = new ArrayList<>(List.of("python3", script.toString(), String.valueOf(port)));
        List.of(log).forEach(file -> words.add(file.toString()));
        return words;
    }

    static PythonServer start(Redirect output, List<String> words) throws IOException {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output)
                    .start();
            return new PythonServer(
                    process, Integer.parseInt(process.errorReader(UTF_8).readLine()));
        } catch (IOException e) {
            return Assumptions.abort("python3 is missing");
        }
    }

    static List<String> withoutMetrics(List<String> words) {
        List<String> all = new ArrayList<>(List.of("env", "NO_METRICS=1"));
        all.addAll(words);
        return all;
    }

    String url() {
        return "ws://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
