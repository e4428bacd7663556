package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients that say random things: nobody else notices, and the log stays calm. */
@Integration
class FuzzTest {
    private static final int CLIENTS = 600;

    @Test
    void servesOnWhateverClientsSend() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        RunningServer server = RunningServer.healthy();
        try (RawClient bystander = server.open("/ws/echo")) {
            for (int i = 0; i < CLIENTS; i++) {
                annoy(server, random);
                if (i % 20 == 0) {
                    bystander.text("still there? " + i);
                    assertThat(bystander.read().text()).as("seed %d", seed).isEqualTo("still there? " + i);
                }
            }
            server.awaitStats(stats -> stats.balance().live() == 1);
        }
        server.closeHealthy();
    }

    private static void annoy(RunningServer server, Random random) throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            if (random.nextInt(4) > 0) {
                client.send(RawClient.request("/ws/echo"));
            }
            for (int frames = random.nextInt(5); frames >= 0; frames--) {
                client.send(saying(random));
            }
            if (random.nextBoolean()) {
                client.reset();
            }
        } catch (IOException e) {
            // the server may have cut this one off in the middle of a word
            assertThat(e.getMessage()).containsAnyOf("reset", "Broken pipe");
        }
    }

    private static byte[] saying(Random random) {
        byte[] payload = new byte[random.nextInt(300)];
        random.nextBytes(payload);
        byte[] saying = switch (random.nextInt(4)) {
            case 0 -> payload;
            case 1 -> RawClient.frame(random.nextInt(256), payload);
            case 2 -> RawClient.frame(0x80 | random.nextInt(16), payload);
            default -> RawClient.request("/" + random.nextInt(), "X: y").getBytes(UTF_8);
        };
        return random.nextInt(3) > 0 ? saying : Arrays.copyOf(saying, random.nextInt(saying.length + 1));
    }
}
