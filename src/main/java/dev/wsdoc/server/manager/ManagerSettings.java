package dev.wsdoc.server.manager;

import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;
import java.util.Set;

/**
 * What the manager needs to know of the server's configuration.
 *
 * @param origins allowed Origin headers, empty for any
 * @param version of wsdoc, for the status page
 */
public record ManagerSettings(
        Limits limits, Timing timing, RateLimits rates, Behaviour behaviour, Set<String> origins, String version) {}
