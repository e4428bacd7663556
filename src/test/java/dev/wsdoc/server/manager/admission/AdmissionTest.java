package dev.wsdoc.server.manager.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.server.manager.FakePeer;
import dev.wsdoc.server.manager.ManualTime;
import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Refusal;
import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.PerAddress;
import dev.wsdoc.server.setting.RateLimits;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SuppressWarnings("AddressSelection") // the addresses are literals
class AdmissionTest {
    private static final InetSocketAddress REMOTE = new InetSocketAddress("203.0.113.7", 5_000);
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 5_000);

    private final ManualTime time = new ManualTime();

    private static HandshakeRequest from(InetSocketAddress address) {
        return new HandshakeRequest("/ws/echo", "localhost", null, null, address);
    }

    private Admission admission(PerAddress connections, PerAddress connects) {
        return new Admission(
                Limits.defaults().withConnectionsPerAddress(connections),
                RateLimits.defaults().withConnectsPerSecond(connects),
                AccessRules.defaults(),
                time.clocks());
    }

    @Test
    void countsConnectsOfARemoteAddressButNotOfLoopbackByDefault() {
        Admission admission = admission(PerAddress.notLoopback(0), PerAddress.notLoopback(1));
        for (int i = 0; i < 2; i++) {
            assertThat(admission.refuse(from(REMOTE))).isNull();
        }
        assertThat(admission.refuse(from(REMOTE)).status()).isEqualTo(429);
        assertThat(admission.refuse(from(LOOPBACK))).isNull();
        time.advance(Duration.ofSeconds(1));
        assertThat(admission.refuse(from(REMOTE))).isNull();
    }

    @Test
    void makesRoomWhenAConnectionOfTheAddressCloses() {
        Admission admission = admission(PerAddress.everyone(1), PerAddress.notLoopback(0));
        Ticket ticket = new Ticket("echo-1", Role.ECHO, null, REMOTE);
        Connection connection = new Connection(ticket, new FakePeer(), time.now());
        admission.opened(connection);
        assertThat(admission.refuse(from(REMOTE)).reason()).isEqualTo(Refusal.Reason.ADDRESS_LIMIT);
        admission.closed(connection);
        assertThat(admission.refuse(from(REMOTE))).isNull();
    }

    @Test
    void forgetsAddressesWhoseAllowanceIsFullAgain() {
        AddressBook book = new AddressBook();
        book.mayConnect(REMOTE.getAddress(), 10, time.now());
        assertThat(book.size()).isOne();
        time.advance(Duration.ofSeconds(1));
        book.prune(10, time.now());
        assertThat(book.size()).isZero();
    }
}
