package dev.wsdoc.checkup.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.Holding;
import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldJudgeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static Holding cut(HoldKind kind, double seconds, int closeCode, int pings) {
        long end = 1 + TimeUnit.MILLISECONDS.toNanos((long) (seconds * 1000));
        return new Holding(kind, null, 1, 1, pings, end, closeCode, "", SocketEnd.FIN, end);
    }

    private static Holding kept(HoldKind kind, double seconds) {
        long until = 1 + TimeUnit.MILLISECONDS.toNanos((long) (seconds * 1000));
        return new Holding(kind, null, 1, 1, 0, 0, 0, "", SocketEnd.NONE, until);
    }

    private static HoldSeen seen(Holding... named) {
        return new HoldSeen(HERE, List.of(named), null, List.of(), false);
    }

    private static List<Finding> judge(HoldSeen seen, String headers) {
        return new HoldJudge(seen, headers, KnownLimit.all()).findings();
    }

    @ParameterizedTest
    @CsvSource({
        "60.0,  nginx/1.22,   0, nginx",
        "60.4,  awselb/2.0,   0, AWS Application Load Balancer",
        "59.6,  nobody,       0, nginx",
        "100.9, cloudflare,   0, Cloudflare",
        "55.1,  nobody,       0, Heroku",
        "300.2, envoy,        0, Envoy",
        "40.1,  uvicorn,      1, uvicorn",
        "77.0,  nobody,       0, nobody's known default",
        "4.0,   nginx/1.22,   0, no known default"
    })
    void tellsWhoseDefaultALimitIs(double seconds, String headers, int pings, String whose) {
        HoldSeen seen = seen(cut(HoldKind.SILENT, seconds, 0, pings), cut(HoldKind.ANSWERS, seconds, 0, pings));
        Finding finding = judge(seen, headers).get(0);
        assertThat(finding.outcome()).isEqualTo(Outcome.WARN);
        assertThat(finding.observed()).contains(whose);
    }

    @Test
    void whoNamesItselfComesAlone() {
        HoldSeen seen = seen(cut(HoldKind.SILENT, 60, 0, 0), cut(HoldKind.ANSWERS, 60, 0, 0));
        assertThat(judge(seen, "nginx").get(0).observed()).contains("nginx,").doesNotContain("AWS");
    }

    @Test
    void aLimitThatNothingResetsIsOnTheWholeLife() {
        HoldSeen seen = seen(
                cut(HoldKind.SILENT, 30, 0, 0),
                cut(HoldKind.ANSWERS, 30, 0, 0),
                cut(HoldKind.PINGS, 30, 0, 0),
                cut(HoldKind.TEXT, 30, 0, 0));
        assertThat(judge(seen, "").get(0).observed()).contains("the limit is on the whole life");
    }

    @Test
    void onlyWhoAnswersNoPingIsEndedRightly() {
        HoldSeen seen = seen(cut(HoldKind.SILENT, 40, 1011, 1), kept(HoldKind.ANSWERS, 82));
        List<Finding> findings = judge(seen, "uvicorn");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.PASS);
        assertThat(findings.get(0).observed()).contains("close code 1011", "uvicorn, --ws-ping-interval 20");
    }

    @Test
    void theWayPastTheProxyTellsWhoItIs() {
        List<Holding> named = List.of(cut(HoldKind.SILENT, 60, 0, 0), cut(HoldKind.ANSWERS, 60, 0, 0));
        HoldSeen proxy = new HoldSeen(
                HERE, named, HERE, List.of(kept(HoldKind.SILENT, 122), kept(HoldKind.ANSWERS, 122)), false);
        HoldSeen server = new HoldSeen(
                HERE, named, HERE, List.of(cut(HoldKind.SILENT, 60, 0, 0), cut(HoldKind.ANSWERS, 60, 0, 0)), false);
        assertThat(judge(proxy, "").get(0).observed()).contains("it is cut by what stands in between");
        assertThat(judge(server, "").get(0).observed()).contains("it is the server itself");
    }

    @Test
    void whoIsCutByABareEndIsNotTold() {
        HoldSeen seen = seen(cut(HoldKind.SILENT, 60, 0, 0), cut(HoldKind.ANSWERS, 60, 1001, 0));
        assertThat(judge(seen, "").get(1).observed()).contains("silent").doesNotContain("answers pings");
    }

    @Test
    void whatWasInterruptedIsNoPass() {
        HoldSeen seen = new HoldSeen(HERE, List.of(kept(HoldKind.ANSWERS, 3)), null, List.of(), true);
        assertThat(judge(seen, "").get(0).outcome()).isEqualTo(Outcome.NOT_CHECKED);
    }

    @Test
    void everyKnownLimitHasItsSource() {
        assertThat(KnownLimit.all()).hasSizeGreaterThan(15).allSatisfy(limit -> {
            assertThat(limit.source()).isNotBlank();
            assertThat(limit.seconds()).isPositive();
        });
    }
}
