package dev.wsdoc.server.manager.admission;

import dev.wsdoc.server.manager.connection.PeerWords;
import dev.wsdoc.server.manager.connection.Role;
import dev.wsdoc.server.manager.policy.HandshakeRequest;
import dev.wsdoc.server.manager.policy.Refusal;
import dev.wsdoc.server.setting.AccessRules;
import org.jspecify.annotations.Nullable;

/**
 * Whose handshakes are let in at all: a browser opens WebSockets for pages of any site, and an admin hears every customer. Echo tells
 * nobody anything, so that it is open to all pages unless origins are named. Pure.
 */
final class AccessCheck {
    private final AccessRules rules;

    AccessCheck(AccessRules rules) {
        this.rules = rules;
    }

    /** The refusal, or null when the caller may come in. */
    @Nullable
    Refusal refuse(HandshakeRequest upgrade) {
        Role role = Paths.find(upgrade.path()).role();
        if (!isWelcome(upgrade, role)) {
            String origin = PeerWords.printable(String.valueOf(upgrade.origin()));
            return new Refusal(Refusal.Reason.ORIGIN, 403, "origin " + origin + " is not allowed");
        }
        boolean isElsewhere = !upgrade.address().getAddress().isLoopbackAddress();
        return role == Role.ADMIN && isElsewhere ? refuseWithoutToken(upgrade) : null;
    }

    private boolean isWelcome(HandshakeRequest upgrade, Role role) {
        String origin = upgrade.origin();
        if (!rules.origins().isEmpty()) {
            return rules.namesOrigin(origin);
        }
        return origin == null || role == Role.ECHO || rules.isOwnPage(origin, upgrade.host());
    }

    private @Nullable Refusal refuseWithoutToken(HandshakeRequest upgrade) {
        if (rules.debugToken() == null) {
            return Refusal.badRequest(403, "admins connect from the server's own machine only");
        }
        return rules.hasToken(upgrade.authorization())
                ? null
                : Refusal.badRequest(401, "the bearer token is missing or wrong");
    }
}
