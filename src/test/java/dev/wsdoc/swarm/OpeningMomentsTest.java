package dev.wsdoc.swarm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.net.tls.Certificates;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener hears of a member's way in, step by step. */
@Integration
@Timeout(30)
class OpeningMomentsTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final MemberListener listener = new MemberListener() {
        @Override
        public void connecting(Member member) {
            heard.add("connecting");
        }

        @Override
        public void connected(Member member) {
            heard.add("connected");
        }

        @Override
        public void prepared(Member member, @Nullable SSLSession session) {
            heard.add(session == null ? "prepared" : "prepared by TLS");
        }

        @Override
        public void upgraded(Member member, UpgradeResponse response) {
            heard.add("upgraded by " + response.header("Server"));
        }

        @Override
        public void opened(Member member) {
            heard.add("opened");
        }

        @Override
        public void notOpened(Member member, OpenFailure failure) {
            heard.add("not opened: " + failure.text());
        }
    };

    private Opening open(LoopbackPeer peer, ClientProfile profile, String answer) throws Exception {
        try (Swarm swarm = Swarm.start(SwarmOptions.withSeed(1).withProfile(profile))) {
            CompletableFuture<Opening> opening = swarm.open(Cohort.of("one", 1, peer.target(), listener));
            try (Socket socket = peer.accept()) {
                if (answer.isEmpty()) {
                    LoopbackPeer.upgrade(socket, "Server: peer");
                } else {
                    LoopbackPeer.readHead(socket.getInputStream());
                    socket.getOutputStream().write(answer.getBytes(US_ASCII));
                }
                return opening.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void everyStepIsToldInItsOrder() throws Exception {
        try (LoopbackPeer peer = new LoopbackPeer()) {
            open(peer, ClientProfile.PLAIN, "");
        }
        assertThat(heard).containsExactly("connecting", "connected", "prepared", "upgraded by peer", "opened");
    }

    @Test
    void theSessionOfTlsIsToldWhenItStands() throws Exception {
        Certificates certificates = Certificates.get();
        try (LoopbackPeer peer = LoopbackPeer.secured(certificates.context(Certificates.Owner.SERVER))) {
            open(peer, ClientProfile.PLAIN.withTls(certificates.trusting()), "");
        }
        assertThat(heard).containsExactly("connecting", "connected", "prepared by TLS", "upgraded by peer", "opened");
    }

    @Test
    void aRefusalIsToldWithTheHeadOfTheAnswer() throws Exception {
        Opening opening;
        try (LoopbackPeer peer = new LoopbackPeer()) {
            opening = open(peer, ClientProfile.PLAIN, "HTTP/1.1 426 Upgrade Required\r\nVia: 1.1 proxy\r\n\r\n");
        }
        assertThat(heard).containsExactly("connecting", "connected", "prepared", "not opened: 426 Upgrade Required");
        assertThat(opening.failures())
                .allSatisfy(failure -> assertThat(failure.refusal())
                        .satisfies(refusal -> assertThat(refusal.response())
                                .satisfies(
                                        head -> assertThat(head.header("via")).isEqualTo("1.1 proxy"))));
    }
}
