package dev.wsdoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may open WebSockets, and which machine's admins. */
class OriginsTest {
    private RunningServer server;

    @AfterEach
    void stop() throws IOException {
        server.closeHealthy();
    }

    private void start(String... origins) throws IOException {
        server = RunningServer.start(config -> config.withAccess(config.access().withOrigins(Set.of(origins))));
    }

    private void startWithToken(String token) throws IOException {
        server = RunningServer.start(config -> config.withAccess(config.access().withDebugToken(token)));
    }

    private int statusOf(String path, String host, String... headers) throws IOException {
        try (RawClient client = RawClient.connect(server.port())) {
            client.send(RawClient.request(path, headers).replace("Host: localhost", "Host: " + host));
            return status(client.readHead());
        }
    }

    private static int status(String head) {
        return Integer.parseInt(head.substring(9, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8000, http://localhost:3000, 101",
        "192.0.2.7:8000, http://127.0.0.1:3000, 101",
        "192.0.2.7:8000, http://192.0.2.7:8000, 101",
        "localhost:8000, http://evil.example, 403",
        "192.0.2.7:8000, http://192.0.2.7:8001, 403",
        "localhost:8000, null, 403",
        "evil.example:8000, http://evil.example:8000, 403", // its own name led here: DNS rebinding
    })
    void letsOwnPagesAndThoseOfLocalhostIn(String host, String origin, int status) throws IOException {
        start();
        for (String path : new String[] {"/ws/admin", "/ws/customer/s1"}) {
            assertThat(statusOf(path, host, "Origin: " + origin)).as(path).isEqualTo(status);
        }
        assertThat(server.stats().refusals().origin()).isEqualTo(status == 403 ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/admin", "/ws/customer/s1", "/ws/echo"})
    void letsClientsThatAreNoBrowsersIn(String path) throws IOException {
        start();
        assertThat(statusOf(path, "any.example")).isEqualTo(101);
    }

    @Test
    void letsAnyPageHearItsOwnEcho() throws IOException {
        start();
        assertThat(statusOf("/ws/echo", "localhost", "Origin: http://evil.example"))
                .isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/admin", "/ws/customer/s1", "/ws/echo"})
    void letsOnlyTheNamedOriginsIn(String path) throws IOException {
        start("https://shop.example", "https://Admin.shop.example");
        assertThat(statusOf(path, "localhost", "Origin: https://shop.example")).isEqualTo(101);
        assertThat(statusOf(path, "localhost", "Origin: https://admin.shop.example"))
                .isEqualTo(101);
        assertThat(statusOf(path, "localhost", "Origin: https://evil.example")).isEqualTo(403);
        assertThat(statusOf(path, "localhost", "Origin: http://localhost")).isEqualTo(403);
        assertThat(statusOf(path, "localhost")).isEqualTo(403);
        assertThat(server.stats().refusals().origin()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/admin", "/ws/customer/s1", "/ws/echo"})
    void letsEveryOriginInByAStar(String path) throws IOException {
        start("*");
        assertThat(statusOf(path, "any.example", "Origin: https://any.example")).isEqualTo(101);
        assertThat(statusOf(path, "localhost", "Origin: null")).isEqualTo(101);
        assertThat(statusOf(path, "localhost")).isEqualTo(101);
    }

    /** Over the loopback interface, but from an address that stands for another machine. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void wantsTheTokenOfAdminsFromElsewhere() throws IOException {
        startWithToken("secret");
        InetAddress other = anotherAddress();
        assertThat(statusFrom(other, "/ws/admin")).isEqualTo(401);
        assertThat(statusFrom(other, "/ws/admin", "Authorization: Bearer wrong"))
                .isEqualTo(401);
        assertThat(statusFrom(other, "/ws/admin", "Authorization: Bearer secret"))
                .isEqualTo(101);
        assertThat(statusFrom(other, "/ws/admin", "Authorization: bearer secret"))
                .isEqualTo(101);
        assertThat(statusFrom(other, "/ws/customer/s1")).isEqualTo(101);
        assertThat(statusOf("/ws/admin", "localhost")).isEqualTo(101);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void letsNoAdminFromElsewhereInWithoutATokenToAskFor() throws IOException {
        start("*");
        InetAddress other = anotherAddress();
        assertThat(statusFrom(other, "/ws/admin", "Authorization: Bearer secret"))
                .isEqualTo(403);
        assertThat(statusFrom(other, "/ws/echo")).isEqualTo(101);
    }

    private int statusFrom(InetAddress address, String path, String... headers) throws IOException {
        try (RawClient client = RawClient.connectFrom(address, server.port())) {
            return status(client.upgrade(path, headers));
        }
    }

    private static InetAddress anotherAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElseGet(() -> Assumptions.abort("this machine has no address but loopback"));
    }
}
