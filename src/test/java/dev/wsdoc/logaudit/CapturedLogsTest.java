package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.model.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole logs of running servers, on which single faults were inflicted; a marker stands before what each fault produced. */
final class CapturedLogsTest {
    @Test
    void uvicornTellsOfEveryDisconnectAtError() {
        Map<String, List<Judged>> faults = byFault("uv_ws.log");
        assertThat(errors(faults.get("rst_idle /ws"))).containsExactly(Category.CLOSED);
        assertThat(errors(faults.get("clean_close /ws"))).containsExactly(Category.CLOSED);
        assertThat(errors(faults.get("push_rst /push"))).containsExactly(Category.CLOSED);
        assertThat(errors(faults.get("rst_idle /finally"))).containsExactly(Category.INVALID_STATE);
        assertThat(errors(faults.get("rst_idle /swallow"))).containsExactly(Category.INVALID_STATE);
        assertThat(errors(faults.get("rst_idle /handled"))).isEmpty();
        assertThat(categories(faults.get("garbage /ws"))).containsExactly(Category.HANDSHAKE);
        assertThat(Audits.ofResource("uv_ws.log")).noneMatch(judged -> judged.category() == Category.UNEXPECTED);
    }

    @Test
    void springTellsUnexpectedErrorsThatAreNone() {
        Map<String, List<Judged>> faults = byFault("sb.log");
        assertThat(errors(faults.get("rst_idle /ws"))).containsExactly(Category.RESET);
        assertThat(errors(faults.get("fin_idle /ws"))).containsExactly(Category.END_OF_STREAM);
        assertThat(errors(faults.get("plain_http /ws"))).containsExactly(Category.HANDSHAKE);
        assertThat(categories(faults.get("unmasked /ws"))).containsExactly(Category.PROTOCOL);
        assertThat(categories(faults.get("garbage /ws"))).containsExactly(Category.HANDSHAKE);
        assertThat(errors(faults.get("rst_idle /pojo"))).containsExactly(Category.RESET);
        assertThat(faults.get("rst_idle /ws")).anyMatch(Judged::isUnexpectedError);
    }

    @Test
    void javaWebSocketDiesOfAClaimedLength() {
        Map<String, List<Judged>> faults = byFault("jw.log");
        assertThat(categories(faults.get("rst_idle /ws"))).containsExactly(Category.RESET);
        assertThat(categories(faults.get("fin_idle /ws"))).containsExactly(Category.END_OF_STREAM);
        assertThat(categories(faults.get("rsv1 /ws"))).containsOnly(Category.PROTOCOL);
        assertThat(categories(faults.get("oversize /ws"))).containsOnly(Category.UNEXPECTED, Category.RESOURCES);
    }

    @Test
    void nodeSaysLittleAndDiesOnAnUnmaskedFrame() {
        Map<String, List<Judged>> faults = byFault("nodews.log");
        assertThat(categories(faults.get("rst_idle /ws"))).containsExactly(Category.CLOSED);
        assertThat(categories(faults.get("rsv1 /ws"))).containsExactly(Category.PROTOCOL, Category.CLOSED);
        assertThat(categories(faults.get("oversize /ws"))).containsExactly(Category.OVERSIZED, Category.CLOSED);
        assertThat(categories(faults.get("bad_version /ws"))).containsExactly(Category.HANDSHAKE);
        assertThat(categories(faults.get("push_fin /push"))).containsOnly(Category.CLOSED, Category.INVALID_STATE);
        assertThat(categories(byFault("nodewsng.log").get("unmasked /ws"))).containsExactly(Category.UNEXPECTED);
    }

    @Test
    void proxiesTellByNumbersAndFlags() {
        assertThat(Audits.ofResource("nginx.log").stream().map(Judged::category).filter(c -> c != null))
                .containsOnly(Category.RESET, Category.NO_PONG, Category.HANDSHAKE);
        List<Judged> haproxy = Audits.ofResource("haproxy.log");
        assertThat(haproxy).extracting(Judged::category).startsWith(Category.CLOSED, Category.RESET, Category.CLOSED);
        assertThat(haproxy).noneMatch(Judged::isNoise);
    }

    private static Map<String, List<Judged>> byFault(String resource) {
        Map<String, List<Judged>> faults = new LinkedHashMap<>();
        String fault = "before";
        for (Judged judged : Audits.ofResource(resource)) {
            if (judged.entry().raw().startsWith("### FAULT ")) {
                fault = judged.entry().text().substring("FAULT ".length());
                // The same fault comes twice where a path was tried again.
                faults.putIfAbsent(fault, new ArrayList<>());
            } else {
                faults.computeIfAbsent(fault, key -> new ArrayList<>()).add(judged);
            }
        }
        return faults;
    }

    private static List<Category> errors(List<Judged> judged) {
        return judged.stream()
                .filter(one -> one.entry().level() == Level.ERROR)
                .map(Judged::category)
                .toList();
    }

    private static List<Category> categories(List<Judged> judged) {
        return judged.stream()
                .map(Judged::category)
                .filter(category -> category != null)
                .toList();
    }
}
