package dev.wsdoc.server.manager.admission;

import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.policy.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which role and session a WebSocket path stands for. */
public final class Paths {
    private static final String CUSTOMER = "/ws/customer/";
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    /**
     * Where a path leads.
     *
     * @param refusal why the path leads nowhere, null when it leads to the role
     */
    public record Place(
            Role role, @Nullable String session, @Nullable Refusal refusal) {
        static Place of(Role role) {
            return new Place(role, null, null);
        }

        static Place nowhere(int status, String message) {
            return new Place(Role.ECHO, null, Refusal.badRequest(status, message));
        }
    }

    private Paths() {}

    public static Place find(String path) {
        if (path.startsWith(CUSTOMER)) {
            String session = path.substring(CUSTOMER.length());
            return SESSION.matcher(session).matches()
                    ? new Place(Role.CUSTOMER, session, null)
                    : Place.nowhere(400, "a session name has 1 to 64 characters of A-Z a-z 0-9 . _ ~ -");
        }
        return switch (path) {
            case "/ws/admin" -> Place.of(Role.ADMIN);
            case "/ws/echo" -> Place.of(Role.ECHO);
            default -> Place.nowhere(404, "no WebSocket here; try /ws/customer/{session}, /ws/admin or /ws/echo");
        };
    }
}
