package dev.wsdoc.real;

import java.io.File;
import java.util.List;

/** A server that knows nothing of wsdoc: how it is started on a port and the two after it, and where it tells how many connections it lists. */
enum RealServer {
    FASTAPI(
            "FastAPI on uvicorn (apt-get install python3-fastapi uvicorn python3-websockets)",
            Installed.PYTHON + " -c 'import fastapi, uvicorn, websockets'",
            "'" + Installed.PYTHON + "' -m uvicorn --app-dir samples/fastapi STATE:app --port PORT"
                    + " --ws-ping-interval 0.5 --ws-ping-timeout 0.5",
            "/ws/session1",
            "/status"),
    NODE_WS(
            "node's ws (npm ci in samples/node-ws)",
            "node -e \"require('./samples/node-ws/node_modules/ws')\"",
            "HEARTBEAT_MS=500 node samples/node-ws/STATE.js PORT",
            "/",
            "/"),
    PYTHON_WEBSOCKETS(
            "Python's websockets (apt-get install python3-websockets)",
            Installed.PYTHON + " -c 'import websockets'",
            "PING_SECONDS=0.5 '" + Installed.PYTHON + "' samples/python-websockets/STATE.py PORT",
            "/",
            "/status") {
        @Override
        int statusPort(int port) {
            return port + 1;
        }
    },
    JAVA_WEBSOCKET(
            "Java",
            "'" + java() + "' -version",
            "'" + java() + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                    + StockServer.class.getName() + " STATE PORT",
            "/",
            ""),
    SPRING_BOOT(
            "Spring Boot's sample (mvn -f samples/spring-boot/pom.xml package)",
            "test -f samples/spring-boot/target/chat.jar",
            "'" + java() + "' -XX:TieredStopAtLevel=1 -Dorg.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD=1"
                    + " -jar samples/spring-boot/target/chat.jar"
                    + " --spring.profiles.active=STATE --server.port=PORT --chat.ping-interval=500ms",
            "/ws",
            "/status"),
    VERTX(
            "Vert.x' sample (mvn -f samples/vertx/pom.xml package)",
            "test -f samples/vertx/target/chat.jar",
            Samples.java("vertx"),
            "/ws",
            "/status"),
    NETTY(
            "Netty's sample (mvn -f samples/netty/pom.xml package)",
            "test -f samples/netty/target/chat.jar",
            Samples.java("netty"),
            "/ws",
            "/status"),
    AIOHTTP(
            "aiohttp (apt-get install python3-aiohttp)",
            Installed.PYTHON + " -c 'import aiohttp'",
            "PING_SECONDS=0.5 '" + Installed.PYTHON + "' samples/aiohttp/STATE.py PORT",
            "/ws",
            "/status"),
    GORILLA(
            "Go with gorilla/websocket (apt-get install golang-go golang-github-gorilla-websocket-dev)",
            "go version && test -d /usr/share/gocode/src/github.com/gorilla/websocket",
            "PING_MS=500 GO111MODULE=off GOPATH=/usr/share/gocode go run samples/gorilla/STATE.go PORT",
            "/ws",
            "/status"),
    FASTIFY(
            "Fastify (npm ci in samples/fastify)",
            "node -e \"require('./samples/fastify/node_modules/@fastify/websocket')\"",
            "PING_MS=500 node samples/fastify/STATE.js PORT",
            "/ws",
            "/status"),
    NGINX(
            "nginx, or node's ws behind it (apt-get install nginx openssl; npm ci in samples/node-ws)",
            "PATH=$PATH:/usr/sbin nginx -v && openssl version && " + NODE_WS.probe,
            NODE_WS.behind("samples/nginx/run.sh"),
            "/",
            "/"),
    NGINX_TLS(
            NGINX.whatItNeeds,
            NGINX.probe + " && mkdir -p " + Tls.FOLDER + " && samples/make-certificate.sh " + Tls.FOLDER,
            "TLS_FOLDER=" + Tls.FOLDER + " " + NGINX.start,
            "/",
            "/") {
        @Override
        String url(int port) {
            return "wss://127.0.0.1:" + (port + 1) + "/";
        }

        @Override
        String statusUrl(int port) {
            return "https://127.0.0.1:" + (port + 1) + "/";
        }

        @Override
        List<String> options() {
            return List.of("--cacert", Tls.FOLDER + "/cert.pem");
        }
    },
    HAPROXY(
            "HAProxy, or node's ws behind it (apt-get install haproxy openssl; npm ci in samples/node-ws)",
            "PATH=$PATH:/usr/sbin haproxy -v && openssl version && " + NODE_WS.probe,
            NODE_WS.behind("samples/haproxy/run.sh"),
            "/",
            "/");

    private final String whatItNeeds;
    private final String probe;
    private final String start;
    private final String path;
    private final String statusPath;

    RealServer(String whatItNeeds, String probe, String start, String path, String statusPath) {
        this.whatItNeeds = whatItNeeds;
        this.probe = probe;
        this.start = start;
        this.path = path;
        this.statusPath = statusPath;
    }

    private String behind(String proxy) {
        return proxy + " PORT BACKEND env " + start.replace("PORT", "BACKEND");
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    void require() {
        Installed.require(whatItNeeds, probe);
    }

    /** How a shell starts it from the project's folder. */
    String command(String state, int port) {
        return start.replace("STATE", state)
                .replace("CLASS", Character.toUpperCase(state.charAt(0)) + state.substring(1))
                .replace("BACKEND", String.valueOf(port + 2))
                .replace("PORT", String.valueOf(port));
    }

    String url(int port) {
        return "ws://127.0.0.1:" + port + path;
    }

    /** How wsdoc is to speak to it. */
    List<String> options() {
        return List.of();
    }

    boolean hasStatus() {
        return !statusPath.isEmpty();
    }

    String statusUrl(int port) {
        return "http://127.0.0.1:" + statusPort(port) + statusPath;
    }

    int statusPort(int port) {
        return port;
    }

    /** The samples that Maven builds. */
    private static final class Samples {
        static String java(String folder) {
            return "PING_MS=500 '" + RealServer.java() + "' -XX:TieredStopAtLevel=1 -cp 'samples/" + folder
                    + "/target/chat.jar:samples/" + folder + "/target/dependency/*' chat.CLASS PORT";
        }
    }

    /** The certificate that the tests' proxies show. */
    private static final class Tls {
        static final String FOLDER = "target/real-tls";
    }
}
