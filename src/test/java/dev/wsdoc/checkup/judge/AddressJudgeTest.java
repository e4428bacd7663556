package dev.wsdoc.checkup.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.checkup.observe.Moment;
import dev.wsdoc.checkup.observe.Visit;
import dev.wsdoc.checkup.observe.Visit.Reply;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Outcome;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressJudgeTest {
    private static Visit accepted(String address) throws Exception {
        return visit(address, Map.of(Moment.CONNECTING, 1L, Moment.CONNECTED, 2L), null);
    }

    private static Visit refused(String address) throws Exception {
        return visit(
                address,
                Map.of(Moment.CONNECTING, 1L),
                new OpenFailure(OpenFailure.Kind.CONNECT, "Connection refused", null));
    }

    private static Visit visit(String address, Map<Moment, Long> moments, OpenFailure failure) throws Exception {
        InetAddress where = InetAddress.getAllByName(address)[0];
        return new Visit(
                where, moments, null, null, failure, Reply.UNTRIED, Reply.UNTRIED, 0, "", SocketEnd.NONE, null);
    }

    @Test
    void oneAddressIsNoQuestion() throws Exception {
        assertThat(AddressJudge.findings(List.of(accepted("192.0.2.1")))).isEmpty();
    }

    @Test
    void anAddressThatRefusesIsWorthAWarning() throws Exception {
        var finding = AddressJudge.findings(List.of(refused("2001:db8::1"), accepted("192.0.2.1")))
                .get(0);
        assertThat(finding.outcome()).isEqualTo(Outcome.WARN);
        assertThat(finding.observed()).contains("2001:db8", "Connection refused");
    }

    @Test
    void thisMachinesOwnAreItsOwnBusiness() throws Exception {
        var finding = AddressJudge.findings(List.of(refused("::1"), accepted("127.0.0.1")))
                .get(0);
        assertThat(finding.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void allThatAcceptAreWell() throws Exception {
        var finding = AddressJudge.findings(List.of(accepted("192.0.2.1"), accepted("192.0.2.2")))
                .get(0);
        assertThat(finding.observed()).isEqualTo("all 2 addresses accept connections");
    }
}
