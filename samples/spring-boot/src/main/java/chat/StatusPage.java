package chat;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /status}: how many connections are listed. */
@RestController
class StatusPage {
    private final Roll roll;

    StatusPage(Roll roll) {
        this.roll = roll;
    }

    @GetMapping("/status")
    Map<String, Map<String, Integer>> status() {
        return Map.of("connections", Map.of("total", roll.total()));
    }
}
