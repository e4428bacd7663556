package dev.wsdoc.server.manager;

import dev.wsdoc.server.setting.AccessRules;
import dev.wsdoc.server.setting.Behaviour;
import dev.wsdoc.server.setting.Limits;
import dev.wsdoc.server.setting.RateLimits;
import dev.wsdoc.server.setting.Timing;

/**
 * What the manager needs to know of the server's configuration.
 *
 * @param access whose handshakes are answered
 * @param version of wsdoc, for the status page
 */
public record ManagerSettings(
        Limits limits, Timing timing, RateLimits rates, Behaviour behaviour, AccessRules access, String version) {}
