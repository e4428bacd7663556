package dev.wsdoc.logaudit.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.Audits;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.logaudit.rule.Judged;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first lines of the formats that servers write. */
final class HeadParserTest {
    private static final String NONE = "none";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("heads")
    void findsLevelAndMessage(String format, String line, String level, String text) {
        List<Judged> judged = Audits.of(line);
        assertThat(judged).hasSize(1);
        LogEntry entry = judged.get(0).entry();
        assertThat(String.valueOf(entry.level())).isEqualTo(level.equals(NONE) ? "null" : level);
        assertThat(entry.text()).isEqualTo(text);
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                head(
                        "WebLogic",
                        "<Nov 22, 2026, 7:36:07,123 PM UTC> <Error> <WebSocket> <BEA-000000> <write: broken pipe>",
                        "ERROR",
                        "write: broken pipe"),
                head(
                        "WebLogic's server log",
                        "####<Nov 22, 2026, 7:36:07,123 PM UTC> <Warning> <WebSocket> <host> <server> <[ACTIVE] ExecuteThread: '3'>"
                                + " <<WLS Kernel>> <> <1> <17> <[severity-value: 16] > <BEA-000000> <write: broken pipe> ",
                        "WARN",
                        "write: broken pipe"),
                head(
                        "Liberty",
                        "[11/22/26, 19:36:07:123 UTC] 0000005c com.example.Gate                     E write failed",
                        "ERROR",
                        "write failed"),
                head(
                        "journald as JSON",
                        "{\"PRIORITY\":\"4\",\"SYSLOG_IDENTIFIER\":\"chat\",\"MESSAGE\":\"write EPIPE\"}",
                        "WARN",
                        "write EPIPE"),
                head(
                        "roarr",
                        "{\"context\":{\"logLevel\":50,\"package\":\"chat\"},\"message\":\"write failed\",\"time\":1}",
                        "ERROR",
                        "write failed"),
                head(
                        "a channel in lower case",
                        "[2026-11-22T19:36:07.123+00:00] chat.warning: write failed [] []",
                        "WARN",
                        "write failed [] []"),
                head("named logger", "engineio    : INFO     Server initialized", "INFO", "Server initialized"),
                head("named logger", "websockets.server - ERROR - handler failed", "ERROR", "handler failed"),
                head("named process", "guacd[12]: ERROR:\tconnection closed", "ERROR", "connection closed"),
                head("no named logger", "state: OPEN", NONE, "state: OPEN"),
                head("Meteor", "W20261122-19:36:07.123(1)? stream error", "WARN", "stream error"),
                head("AnyCable", "E 2026-11-22T19:36:07.123Z write failed", "ERROR", "write failed"),
                head("swift-log", "2026-11-22T19:36:07+0000 error chat : write failed", "ERROR", "write failed"),
                head("no swift-log", "2026-11-22T19:36:07Z error in line 7", NONE, "error in line 7"),
                head(
                        "padded columns",
                        "2026-11-22 19:36:07,123 | qtp9-31               | nio        | WARN  | Broken pipe",
                        "WARN",
                        "Broken pipe"),
                head(
                        "wsdoc",
                        "2026-11-22 20:31:38,123 DEBUG wsdoc - Broken pipe for a-1: x",
                        "DEBUG",
                        "Broken pipe for a-1: x"),
                head(
                        "uvicorn",
                        "INFO:     127.0.0.1:57746 - \"WebSocket /ws\" [accepted]",
                        "INFO",
                        "127.0.0.1:57746 - \"WebSocket /ws\" [accepted]"),
                head(
                        "uvicorn",
                        "INFO:     (\"127.0.0.1\", 53910) - \"WebSocket /\" 403",
                        "INFO",
                        "(\"127.0.0.1\", 53910) - \"WebSocket /\" 403"),
                head("uvicorn", "WARNING:  Invalid HTTP request received.", "WARN", "Invalid HTTP request received."),
                head(
                        "python basicConfig",
                        "ERROR:websockets.server:connection handler failed",
                        "ERROR",
                        "connection handler failed"),
                head(
                        "python",
                        "2026-11-22 19:36:07,123 - websockets.server - ERROR - connection handler failed",
                        "ERROR",
                        "connection handler failed"),
                head(
                        "python",
                        "2026-11-22 19:36:07,123 ERROR websockets.server: connection handler failed",
                        "ERROR",
                        "connection handler failed"),
                head(
                        "python",
                        "2026-11-22 19:36:07,123 [ERROR] websockets.server: connection handler failed",
                        "ERROR",
                        "connection handler failed"),
                head("python", "2026-11-22 19:36:07,123 - ERROR - handler failed", "ERROR", "handler failed"),
                head(
                        "python",
                        "2026-11-22 19:36:07,123 websockets.server ERROR handler failed",
                        "ERROR",
                        "handler failed"),
                head("python", "[2026-11-22 19:36:07,123] ERROR in app: handler failed", "ERROR", "handler failed"),
                head("python", "[ERROR] 2026-11-22 19:36:07,123 handler failed", "ERROR", "handler failed"),
                head("gunicorn", "[2026-11-22 19:36:07 +0000] [123] [ERROR] handler failed", "ERROR", "handler failed"),
                head(
                        "loguru",
                        "2026-11-22 19:36:07.123 | ERROR    | app.ws:send:12 - handler failed",
                        "ERROR",
                        "handler failed"),
                head(
                        "structlog",
                        "2026-11-22 19:36:07 [error    ] handler failed                 client=7",
                        "ERROR",
                        "handler failed                 client=7"),
                head("tornado", "[E 261122 19:36:07 web:123] Uncaught exception", "ERROR", "Uncaught exception"),
                head("vibe.d", "[main(----) ERR] Task terminated", "ERROR", "Task terminated"),
                head(
                        "payara",
                        "[2026-11-22T19:36:07.123+0000] [Payara 6] [SEVERE] [] [app] [[\n  onError\n]]",
                        "ERROR",
                        "onError"),
                head("heroku", "2026-11-22T19:36:07.123456789Z app[web.1]: ERROR: it broke", "ERROR", "it broke"),
                head("daphne", "2026-11-22 19:36:07,123 WARNING  dropping connection", "WARN", "dropping connection"),
                head(
                        "logback",
                        "19:31:19.747 [WebSocketSelector-14] INFO  app.JW -- onClose code=1000",
                        "INFO",
                        "onClose code=1000"),
                head("logback", "19:31:19.747 [main] ERROR c.a.Chat - send failed", "ERROR", "send failed"),
                head(
                        "spring",
                        "2026-11-22T19:34:23.707Z ERROR 12805 --- [1-18151-exec-5] app.ChatHandler                          : Unexpected error",
                        "ERROR",
                        "Unexpected error"),
                head(
                        "spring",
                        "2026-11-22 19:34:23.707  WARN 12805 --- [app] [nio-8080-exec-5] o.s.w.C : slow : really",
                        "WARN",
                        "slow : really"),
                head(
                        "log4j",
                        "2026-11-22 19:36:07,123 [pool-2] WARN  com.acme.Heartbeat - no heartbeat",
                        "WARN",
                        "no heartbeat"),
                head(
                        "log4j",
                        "2026-11-22 19:36:07,123 WARN  [com.acme.Heartbeat] (pool-2) no heartbeat",
                        "WARN",
                        "no heartbeat"),
                head(
                        "tomcat",
                        "22-Nov-2026 19:36:07.123 SEVERE [http-nio-8080-exec-1] org.apache.Foo.bar Failed",
                        "ERROR",
                        "org.apache.Foo.bar Failed"),
                head(
                        "jetty",
                        "2026-11-22 19:36:07.123:WARN:oejw.Foo:qtp123-45: Unhandled Error",
                        "WARN",
                        "Unhandled Error"),
                head("wildfly", "19:36:07,123 ERROR [io.undertow.request] (default task-1) failed", "ERROR", "failed"),
                head(
                        "quarkus",
                        "2026-11-22 19:36:07,123 ERROR [io.ver.cor] (vert.x-eventloop-thread-1) Connection reset",
                        "ERROR",
                        "Connection reset"),
                head(
                        "quarkus",
                        "ERROR [io.ver.cor.net.imp.ConnectionBase] (vert.x-eventloop-thread-1) {} Connection reset",
                        "ERROR",
                        "Connection reset"),
                head(
                        "akka",
                        "[ERROR] [11/22/2026 19:36:07.123] [a-akka.actor-5] [akka://a] failed",
                        "ERROR",
                        "[a-akka.actor-5] [akka://a] failed"),
                head("serilog", "[19:36:07 ERR] send failed", "ERROR", "send failed"),
                head("serilog", "2026-11-22 19:36:07.123 +00:00 [ERR] send failed", "ERROR", "send failed"),
                head("nlog", "2026-11-22 19:36:07.1234|ERROR|App.Hub|send failed", "ERROR", "send failed"),
                head("log4net", "2026-11-22 19:36:07,123 [7] ERROR App.Hub - send failed", "ERROR", "send failed"),
                head("go log", "2026/11/22 19:36:07 read: websocket: close 1001", NONE, "read: websocket: close 1001"),
                head("go log", "2026/11/22 19:36:07.123456 error reading: EOF", NONE, "error reading: EOF"),
                head("go log", "2026/11/22 19:36:07 error: read failed", NONE, "error: read failed"),
                head("go log", "2026/11/22 19:36:07 [ERROR] read failed", "ERROR", "read failed"),
                head("go slog", "2026/11/22 19:36:07 ERROR read failed conn=7", "ERROR", "read failed conn=7"),
                head(
                        "slog text",
                        "time=2026-11-22T19:36:07.123Z level=WARN msg=\"read failed\" conn=7",
                        "WARN",
                        "read failed"),
                head(
                        "slog json",
                        "{\"time\":\"2026-11-22T19:36:07Z\",\"level\":\"ERROR\",\"msg\":\"read failed\"}",
                        "ERROR",
                        "read failed"),
                head(
                        "logrus",
                        "time=\"2026-11-22T19:36:07Z\" level=error msg=\"read \\\"failed\\\"\" error=EOF",
                        "ERROR",
                        "read \"failed\""),
                head(
                        "logrus tty",
                        "ERRO[0012] read failed                     conn=7",
                        "ERROR",
                        "read failed                     conn=7"),
                head(
                        "zap",
                        "2026-11-22T19:36:07.123Z\terror\tws/conn.go:88\twrite failed\t{\"conn\": 42}",
                        "ERROR",
                        "ws/conn.go:88\twrite failed\t{\"conn\": 42}"),
                head(
                        "zap",
                        "{\"level\":\"error\",\"ts\":1703328983.95,\"msg\":\"write failed\"}",
                        "ERROR",
                        "write failed"),
                head("zerolog", "7:36PM ERR read failed conn=7", "ERROR", "read failed conn=7"),
                head("klog", "E1122 19:36:07.123456       1 handler.go:211] read failed", "ERROR", "read failed"),
                head(
                        "hclog",
                        "2026-11-22T19:36:07.123Z [WARN]  agent: read failed: conn=7",
                        "WARN",
                        "agent: read failed: conn=7"),
                head("tracing", "2026-11-22T19:36:07.123456Z  WARN chat::ws: receive failed", "WARN", "receive failed"),
                head(
                        "tracing",
                        "2026-11-22T19:36:07.123456Z ERROR request{id=7}: chat::ws: receive failed",
                        "ERROR",
                        "request{id=7}: chat::ws: receive failed"),
                head(
                        "env_logger",
                        "[2026-11-22T19:36:07Z ERROR actix_web_actors] websocket error",
                        "ERROR",
                        "websocket error"),
                head("elixir", "19:36:07.123 [error] GenServer terminating", "ERROR", "GenServer terminating"),
                head("elixir", "19:36:07.123 request_id=F1 [info] GET /", "INFO", "GET /"),
                head("otp", "2026-11-22T19:36:07.123456+00:00 error: Supervisor failed", "ERROR", "Supervisor failed"),
                head(
                        "rabbitmq",
                        "2026-11-22 19:36:07.123456+00:00 [error] <0.1234.0> closing STOMP",
                        "ERROR",
                        "closing STOMP"),
                head("ruby", "E, [2026-11-22T19:36:07.123456 #123] ERROR -- : Broken pipe", "ERROR", "Broken pipe"),
                head(
                        "monolog",
                        "[2026-11-22T19:36:07.123456+00:00] app.ERROR: send failed {} []",
                        "ERROR",
                        "send failed {} []"),
                head("laravel", "[2026-11-22 19:36:07] production.ERROR: send failed", "ERROR", "send failed"),
                head("php", "PHP Warning:  fwrite(): errno=32 Broken pipe", "WARN", "fwrite(): errno=32 Broken pipe"),
                head("php", "[22-Nov-2026 19:36:07 UTC] PHP Warning:  fwrite(): failed", "WARN", "fwrite(): failed"),
                head(
                        "swoole",
                        "[2026-01-24 16:07:22 *33833.2]\tNOTICE\tfinish (ERRNO 1005): session#1 does not exists",
                        "INFO",
                        "finish (ERRNO 1005): session#1 does not exists"),
                head("swoole", "[2026-01-24 16:07:22 #1.0]\tWARNING\tfinish: x", "WARN", "finish: x"),
                head("nginx", "2026/11/22 19:36:09 [info] 23791#23791: *3 recv() failed", "INFO", "recv() failed"),
                head("nginx", "2026/11/22 19:36:09 [crit] 1#1: accept4() failed", "ERROR", "accept4() failed"),
                head(
                        "apache",
                        "[Sun Nov 22 19:36:07.123456 2026] [proxy_wstunnel:error] [pid 12:tid 140] (104)Connection reset by peer",
                        "ERROR",
                        "(104)Connection reset by peer"),
                head(
                        "envoy",
                        "[2026-11-22 19:36:07.123][12][debug][connection] [source/c.cc:714] [C17] remote close",
                        "DEBUG",
                        "remote close"),
                head(
                        "haproxy",
                        "127.0.0.1:1 [22/Nov/2026:19:36:51.889] fe be/s1 0/0/0/0/202 101 132 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
                        NONE,
                        "127.0.0.1:1 [22/Nov/2026:19:36:51.889] fe be/s1 0/0/0/0/202 101 132 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\""),
                head("traefik", "2026-11-22T19:36:07Z ERR read failed error=EOF", "ERROR", "read failed error=EOF"),
                head(
                        "caddy",
                        "2026/11/22 19:36:07.123\tERROR\thttp.log.error\tread failed\t{\"a\": 1}",
                        "ERROR",
                        "http.log.error\tread failed\t{\"a\": 1}"),
                head("pid", "[12345] ERROR: boom", "ERROR", "boom"),
                head("janus", "[libwebsockets][ERR] boom", "ERROR", "boom"),
                head("tags", "[app] [17] WARN boom", "WARN", "boom"),
                head("tags", "[app] [ActionCable] WebSocket error: x", NONE, "[app] [ActionCable] WebSocket error: x"),
                head(
                        "websocketpp",
                        "[2026-05-27 08:59:51] [error] handle_read_frame error",
                        "ERROR",
                        "handle_read_frame error"),
                head("libwebsockets", "[2026/11/22 19:36:07:1234] E: huge ws frame", "ERROR", "huge ws frame"),
                head(
                        "mosquitto",
                        "1616126374: Socket error on client X, disconnecting.",
                        NONE,
                        "Socket error on client X, disconnecting."),
                head(
                        "nats",
                        "[1] 2026/11/22 19:36:07.123456 [ERR] 10.0.0.2:51000 - wid:13 - maximum payload",
                        "ERROR",
                        "10.0.0.2:51000 - wid:13 - maximum payload"),
                head("nest", "[Nest] 123  - 11/22/2026, 7:36:07 PM   ERROR [WsAdapter] failed", "ERROR", "failed"),
                head("log4js", "[2026-11-22T19:36:07.123] [WARN] ws - client gone", "WARN", "client gone"),
                head("winston", "error: socket 17: read ECONNRESET", "ERROR", "socket 17: read ECONNRESET"),
                head("winston", "2026-11-22T19:36:07.123Z error: read ECONNRESET", "ERROR", "read ECONNRESET"),
                head("pino", "{\"level\":50,\"time\":1763840167123,\"msg\":\"push failed\"}", "ERROR", "push failed"),
                head(
                        "gelf",
                        "{\"version\":\"1.1\",\"short_message\":\"push failed\",\"level\":3}",
                        "ERROR",
                        "push failed"),
                head(
                        "ecs flat",
                        "{\"@timestamp\":\"2026\",\"log.level\":\"WARN\",\"message\":\"push failed\"}",
                        "WARN",
                        "push failed"),
                head(
                        "ecs nested",
                        "{\"@timestamp\":\"2026\",\"log\":{\"level\":\"warn\"},\"message\":\"push failed\"}",
                        "WARN",
                        "push failed"),
                head("clef", "{\"@t\":\"2026\",\"@mt\":\"push failed\"}", "INFO", "push failed"),
                head(
                        "clef",
                        "{\"@t\":\"2026\",\"@mt\":\"push {Id} failed\",\"@m\":\"push 7 failed\",\"@l\":\"Error\"}",
                        "ERROR",
                        "push 7 failed"),
                head(
                        "dotnet json",
                        "{\"EventId\":13,\"LogLevel\":\"Error\",\"Category\":\"K\",\"Message\":\"push failed\"}",
                        "ERROR",
                        "push failed"),
                head(
                        "logback json",
                        "{\"level\":\"ERROR\",\"loggerName\":\"a\",\"message\":\"push {} failed\",\"arguments\":[\"7\"]}",
                        "ERROR",
                        "push 7 failed"),
                head(
                        "logstash",
                        "{\"@timestamp\":\"2026\",\"level\":\"ERROR\",\"level_value\":40000,\"message\":\"push failed\"}",
                        "ERROR",
                        "push failed"),
                head(
                        "tracing json",
                        "{\"timestamp\":\"2026\",\"level\":\"ERROR\",\"fields\":{\"message\":\"push failed\"},\"target\":\"a\"}",
                        "ERROR",
                        "push failed"),
                head(
                        "loguru json",
                        "{\"text\":\"x\",\"record\":{\"level\":{\"name\":\"ERROR\",\"no\":40},\"message\":\"push failed\"}}",
                        "ERROR",
                        "push failed"),
                head("google", "{\"severity\":\"WARNING\",\"message\":\"push failed\"}", "WARN", "push failed"),
                head(
                        "docker -t",
                        "2026-07-04T21:20:27.407767075Z INFO:     connection open",
                        "INFO",
                        "connection open"),
                head(
                        "docker json-file",
                        "{\"log\":\"ERROR:    boom\\n\",\"stream\":\"stderr\",\"time\":\"2026-07-04T21:20:27.407767075Z\"}",
                        "ERROR",
                        "boom"),
                head("compose", "app-1  | INFO:     connection open", "INFO", "connection open"),
                head(
                        "compose",
                        "\u001b[36mapp-1  |\u001b[0m \u001b[32mINFO\u001b[0m:     connection open",
                        "INFO",
                        "connection open"),
                head(
                        "cri",
                        "2026-07-04T21:20:27.407767075Z stderr F 2026/11/22 19:36:07 [ERROR] boom",
                        "ERROR",
                        "boom"),
                head("kubectl", "[pod/app-1/app] 2026-11-22 19:36:07,123 ERROR app: boom", "ERROR", "app: boom"),
                head("journal", "Nov 22 19:36:07 host uvicorn[123]: ERROR:    boom", "ERROR", "boom"),
                head("syslog", "<11>Nov 22 19:36:07 host app[123]: ERROR boom", "ERROR", "boom"),
                head("rfc 5424", "<11>1 2026-11-22T19:36:07.123Z host app 123 - - ERROR: boom", "ERROR", "boom"),
                head("heroku", "2026-11-22T19:36:07.123456+00:00 app[web.1]: error: boom", "ERROR", "boom"),
                head("pm2", "0|app  | error: boom", "ERROR", "boom"),
                head("foreman", "19:36:07 web.1  | ERROR: boom", "ERROR", "boom"));
    }

    private static Arguments head(String format, String line, String level, String text) {
        return Arguments.of(format, line, level, text);
    }
}
