package dev.wsdoc.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.TlsOptions;
import dev.wsdoc.cli.convert.AddressRange;
import dev.wsdoc.cli.convert.Secret;
import dev.wsdoc.cli.convert.SecretConverter;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.swarm.Hello;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Header;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the clients come to the server, and what they say first. */
public final class ConnectionOptions {
    private static final String AUTHORIZATION = "Authorization";

    /** Host, an IPv6 address in brackets; port; addresses. */
    private static final Pattern ROUTE = Pattern.compile("\\[?([^\\[\\]]+?)]?:([0-9]{1,5}):(.+)");

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "Add a header to every upgrade request; may be given more than once.")
    private List<String> headers = List.of();

    @Option(
            names = "--subprotocol",
            paramLabel = "NAME",
            description = "Offer a subprotocol; may be given more than once.")
    private List<String> subprotocols = List.of();

    @Option(names = "--origin", paramLabel = "ORIGIN", description = "Come from this origin, as browsers say it.")
    private @Nullable String origin;

    @Option(
            names = "--bearer",
            paramLabel = "TOKEN|@FILE",
            converter = SecretConverter.class,
            description = "Authorize every connection with this token. From a file with @FILE, else from the variable"
                    + " WSDOC_BEARER, so that ps does not show it.")
    private @Nullable Secret bearer;

    @Option(
            names = "--basic",
            paramLabel = "USER:PASS|@FILE",
            converter = SecretConverter.class,
            description =
                    "Authorize every connection with this password. From a file with @FILE, else from the variable"
                            + " WSDOC_BASIC, so that ps does not show it.")
    private @Nullable Secret basic;

    @Option(
            names = "--cookie",
            paramLabel = "NAME=VALUE",
            description = "Send this cookie; may be given more than once.")
    private List<String> cookies = List.of();

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT:ADDR[,ADDR]",
            description = "Connect to ADDR for HOST:PORT, to the first of several that accepts; for the clients, not"
                    + " for status pages. May be given more than once.")
    private List<String> routes = List.of();

    @Option(
            names = "--source",
            paramLabel = "ADDR[-ADDR]",
            description = "Connect from this local address, or from those of a range in turn.")
    private @Nullable String source;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(names = "--permessage-deflate", description = "Offer to compress messages (RFC 7692), as browsers do.")
    private boolean deflate;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<HelloOption> hello = new ArrayList<>();

    /**
     * How the clients come.
     *
     * @param address where the target is to be found; it may be unresolved
     * @param console whose environment may have what authorizes
     */
    public ClientProfile profile(Target target, InetSocketAddress address, Console console) {
        return CommandFailure.checkingUsage(() -> {
            List<InetAddress> sources = sources();
            Map<String, InetAddress> routes = Map.of();
            if (!address.isUnresolved()) {
                sources.forEach(from -> requireSameFamily(from, target, address.getAddress()));
                routes = Map.of(target.host() + ":" + target.port(), address.getAddress());
            }
            return new ClientProfile(allHeaders(console), compression(), hello(), null, null, sources, routes, tls());
        });
    }

    private static void requireSameFamily(InetAddress source, Target target, InetAddress address) {
        if (source.getAddress().length != address.getAddress().length) {
            throw new IllegalArgumentException("--source " + source.getHostAddress() + " cannot reach " + target
                    + ", which is at " + address.getHostAddress() + "; give one of the same kind, IPv4 or IPv6");
        }
    }

    /** How to speak with wss targets, and with https pages. */
    public Tls tls() {
        return tls.tls();
    }

    /** The same, with any certificate of the server accepted. */
    public Tls insecureTls() {
        return tls.insecure();
    }

    private Hello hello() {
        return new Hello(hello.stream().map(HelloOption::message).toList());
    }

    private Compression compression() {
        return deflate ? Compression.PERMESSAGE_DEFLATE : Compression.NONE;
    }

    private List<Header> allHeaders(Console console) {
        List<Header> all = new ArrayList<>();
        headers.forEach(line -> all.add(header(line)));
        if (!subprotocols.isEmpty()) {
            all.add(new Header("Sec-WebSocket-Protocol", String.join(", ", subprotocols)));
        }
        if (origin != null) {
            all.add(new Header("Origin", origin));
        }
        Header authorization = authorization(console);
        if (authorization != null
                && (isAuthorizedByOption() || all.stream().noneMatch(h -> h.isNamed(AUTHORIZATION)))) {
            all.add(authorization);
        }
        if (!cookies.isEmpty()) {
            all.add(new Header("Cookie", String.join("; ", cookies)));
        }
        return all;
    }

    private boolean isAuthorizedByOption() {
        return bearer != null || basic != null;
    }

    /** By the options, else by the variables; null when none of them is given. */
    private @Nullable Header authorization(Console console) {
        Secret token = isAuthorizedByOption() ? bearer : Secret.ofVariable("WSDOC_BEARER", console);
        Secret login = isAuthorizedByOption() ? basic : Secret.ofVariable("WSDOC_BASIC", console);
        if (token != null && login != null) {
            throw new IllegalArgumentException(
                    (isAuthorizedByOption() ? "--bearer and --basic" : "WSDOC_BEARER and WSDOC_BASIC")
                            + " both authorize; give one of them");
        }
        if (token != null) {
            return new Header(AUTHORIZATION, "Bearer " + token.text());
        }
        return login == null ? null : new Header(AUTHORIZATION, "Basic " + password(login.text()));
    }

    private static Header header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("-H is not like 'Name: value': it has no colon"); // it may be a secret
        }
        return new Header(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private String password(String userAndPassword) {
        if (userAndPassword.indexOf(':') < 0) {
            throw new IllegalArgumentException(
                    (basic == null ? "WSDOC_BASIC" : "--basic") + " is not like user:password");
        }
        return Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }

    /** Without a URL there is no host to be found elsewhere. */
    public void refuseWithoutUrl() {
        if (!routes.isEmpty()) {
            throw CommandFailure.wrongUsage("--resolve says where a URL's host is, but no URL is given");
        }
    }

    /** Whether it was said where the target's host is. */
    public boolean isRouted() {
        return !routes.isEmpty();
    }

    /** Where the clients may connect to. */
    public ServerAddresses addressesOf(Target target) {
        List<InetAddress> routed = CommandFailure.checkingUsage(() -> routed(target));
        return routed.isEmpty() ? ServerAddresses.of(target) : ServerAddresses.of(target, routed);
    }

    private List<InetAddress> routed(Target target) {
        List<InetAddress> all = new ArrayList<>();
        for (String route : routes) {
            Matcher parts = ROUTE.matcher(route);
            if (!parts.matches()) {
                throw new IllegalArgumentException("--resolve '" + route + "' is not like example.org:443:127.0.0.1");
            }
            for (String address : parts.group(3).split(",", -1)) {
                all.add(AddressRange.address("--resolve", address.strip()));
            }
            if (!parts.group(1).equalsIgnoreCase(target.host()) || Integer.parseInt(parts.group(2)) != target.port()) {
                throw new IllegalArgumentException("--resolve '" + route + "' is not for " + target);
            }
        }
        return all;
    }

    private List<InetAddress> sources() {
        return source == null ? List.of() : AddressRange.parse("--source", source);
    }
}
