package dev.wsdoc.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.checkup.FaultyServer;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.model.Json;
import dev.wsdoc.report.PublishedSchema;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code wsdoc check} through real proxies that are badly configured. */
@Integration
@Timeout(120)
class CheckProxiesTest {
    private static final String NGINX = """
            daemon off; pid nginx.pid; worker_processes 1; error_log stderr;
            events { worker_connections 256; }
            http {
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                access_log off;
                server {
                    listen 127.0.0.1:@PORT@;
                    location / {
                        proxy_pass http://127.0.0.1:@BACKEND@; proxy_http_version 1.1; proxy_read_timeout 4s;
                        proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";
                    }
                    location /plain { proxy_pass http://127.0.0.1:@BACKEND@; }
                }
            }
            """;
    private static final String HAPROXY = """
            defaults
                mode http
                timeout connect 2s
                timeout client 30s
                timeout server 30s
                timeout tunnel 5s
            frontend front
                bind 127.0.0.1:@PORT@
                default_backend servers
            backend servers
                server one 127.0.0.1:@BACKEND@
            """;

    @TempDir
    private Path folder;

    private Process proxy;

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            proxy.waitFor();
        }
    }

    private String start(String configuration, FaultyServer backend, String command) throws IOException {
        int port = Ports.freeThree();
        Files.writeString(
                folder.resolve("proxy.conf"),
                configuration
                        .replace("@PORT@", String.valueOf(port))
                        .replace(
                                "@BACKEND@",
                                String.valueOf(URI.create(backend.url()).getPort())));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "PATH=$PATH:/usr/sbin exec " + command);
        builder.directory(folder.toFile());
        proxy = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("log").toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> accepts(port));
        return "ws://127.0.0.1:" + port + "/";
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String nginx(FaultyServer backend) throws IOException {
        Installed.require("nginx (apt-get install nginx)", "PATH=$PATH:/usr/sbin nginx -v");
        return start(NGINX, backend, "nginx -p " + folder + " -c proxy.conf -e stderr");
    }

    private static JsonNode whoCutMe(String url) throws IOException {
        CommandLineRun run = CommandLineRun.of("check", url, "--who-cut-me", "--up-to=30s", "--json");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(PublishedSchema.named("report-v1.schema.json").violations(run.out()))
                .isEmpty();
        return Json.mapper().readTree(run.out());
    }

    private static void assertCut(JsonNode held, int after) {
        assertThat(held.get("held_ms").asLong()).as(held.toString()).isBetween(after - 500L, after + 500L);
        assertThat(held.get("end").asText()).as(held.toString()).containsAnyOf("FIN", "RST");
    }

    private static void assertOnlyTheQuietAreCut(JsonNode report, int after) {
        JsonNode held = report.at("/checkup/cuts/0/held");
        assertCut(held.get(0), after);
        assertCut(held.get(1), after);
        assertThat(held.get(2).get("end").isNull()).as(held.toString()).isTrue();
        assertThat(held.get(3).get("end").isNull()).as(held.toString()).isTrue();
        assertThat(report.get("findings").toString())
                .contains("The clock is reset by pings of the client and by texts of the client", "idle.told");
    }

    @Test
    void nginxCutsAfterItsReadTimeout() throws Exception {
        try (FaultyServer backend = FaultyServer.echoing()) {
            JsonNode report = whoCutMe(nginx(backend));
            assertOnlyTheQuietAreCut(report, 4_000);
            assertThat(report.get("findings").toString()).contains("proxy_read_timeout");
        }
    }

    @Test
    void haproxyCutsAfterItsTunnelTimeout() throws Exception {
        Installed.require("HAProxy (apt-get install haproxy)", "PATH=$PATH:/usr/sbin haproxy -v");
        try (FaultyServer backend = FaultyServer.echoing()) {
            assertOnlyTheQuietAreCut(whoCutMe(start(HAPROXY, backend, "haproxy -f proxy.conf")), 5_000);
        }
    }

    @Test
    void nginxThatDropsTheUpgradeIsNamed() throws Exception {
        try (FaultyServer backend = FaultyServer.answering("HTTP/1.1 426 Upgrade Required", "Content-Length: 0")) {
            CommandLineRun run = CommandLineRun.of("check", nginx(backend) + "plain");
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
            assertThat(run.out()).contains("✗ upgrade.through-proxy", "nginx/", "proxy_set_header Upgrade");
        }
    }
}
