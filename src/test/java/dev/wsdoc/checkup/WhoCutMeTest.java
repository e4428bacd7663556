package dev.wsdoc.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.Integration;
import dev.wsdoc.cli.CommandLineRun;
import dev.wsdoc.model.Json;
import dev.wsdoc.swarm.LoopbackPeer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who cuts whom, by servers that cut for different reasons. */
@Integration
@Timeout(60)
class WhoCutMeTest {
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private static JsonNode held(FaultyServer server, String upTo) throws Exception {
        try (server) {
            CommandLineRun run = CommandLineRun.of("check", server.url(), "--who-cut-me", upTo, "--json");
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            return Json.mapper().readTree(run.out());
        }
    }

    private static String finding(JsonNode report, String check) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.get("check").asText().equals(check)) {
                return finding.toString();
            }
        }
        return "none";
    }

    @Test
    void nobodyCuts() throws Exception {
        JsonNode report = held(FaultyServer.echoing(), "--up-to=2s");
        assertThat(finding(report, "idle.kept")).contains("\"pass\"", "nobody cuts within 2");
        assertThat(report.at("/checkup/cuts/0/held"))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.get("end").isNull()).isTrue());
    }

    /** As uvicorn does, but faster. */
    @Test
    void aServerThatPingsEndsWhoDoesNotAnswer() throws Exception {
        JsonNode report = held(FaultyServer.that(WhoCutMeTest::pinging), "--up-to=20s");
        JsonNode all = report.at("/checkup/cuts/0/held");
        assertThat(all.get(0).get("close_code").asInt()).as(all.toString()).isEqualTo(1011);
        assertThat(all.get(0).get("held_ms").asLong()).isBetween(1_500L, 2_500L);
        assertThat(all.get(1).get("end").isNull()).as(all.toString()).isTrue();
        assertThat(finding(report, "idle.kept")).contains("\"pass\"", "only who answers no ping is ended");
        assertThat(finding(report, "idle.told")).isEqualTo("none");
    }

    private static void pinging(Socket socket) throws IOException {
        LoopbackPeer.upgrade(socket);
        boolean isAwaited = false;
        long due = System.nanoTime() + 1_000_000_000;
        while (true) {
            socket.setSoTimeout((int) Math.max(1, (due - System.nanoTime()) / 1_000_000));
            try {
                int opcode = FaultyServer.answer(socket);
                isAwaited &= opcode != PONG;
                if (opcode == CLOSE) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                if (isAwaited) {
                    FaultyServer.write(socket, CLOSE, (byte) 3, (byte) 0xF3);
                    return;
                }
                FaultyServer.write(socket, PING, (byte) 'p');
                isAwaited = true;
                due = System.nanoTime() + 1_000_000_000;
            }
        }
    }

    /** Pings do not count for it, only what is said. */
    @Test
    void aServerThatCutsWhoOnlyPings() throws Exception {
        JsonNode report = held(FaultyServer.that(WhoCutMeTest::wantingWords), "--up-to=20s");
        JsonNode all = report.at("/checkup/cuts/0/held");
        for (int i = 0; i < 3; i++) {
            assertThat(all.get(i).get("close_code").asInt()).as(all.toString()).isEqualTo(1001);
            assertThat(all.get(i).get("held_ms").asLong()).as(all.toString()).isBetween(2_500L, 3_500L);
        }
        assertThat(all.get(3).get("end").isNull()).as(all.toString()).isTrue();
        assertThat(finding(report, "idle.kept")).contains("\"warn\"", "The clock is reset by texts of the client");
    }

    private static void wantingWords(Socket socket) throws IOException {
        LoopbackPeer.upgrade(socket);
        long due = System.nanoTime() + 3_000_000_000L;
        while (true) {
            socket.setSoTimeout((int) Math.max(1, (due - System.nanoTime()) / 1_000_000));
            try {
                int opcode = FaultyServer.answer(socket);
                if (opcode == CLOSE) {
                    return;
                }
                if (opcode != PING && opcode != PONG) {
                    due = System.nanoTime() + 3_000_000_000L;
                }
            } catch (SocketTimeoutException e) {
                FaultyServer.write(socket, CLOSE, (byte) 3, (byte) 0xE9);
                return;
            }
        }
    }
}
