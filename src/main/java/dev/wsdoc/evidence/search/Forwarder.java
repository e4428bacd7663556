package dev.wsdoc.evidence.search;

import java.util.List;
import java.util.Set;

/** Programs that listen for a server that runs elsewhere. What the system calls a program has at most 15 characters. */
enum Forwarder {
    /** They bring a container's port to the outside. */
    CONTAINER,
    /** They hold the socket until somebody comes. */
    ACTIVATOR,
    /** They pass on what they hear to an application. */
    PROXY;

    private static final Set<String> OF_CONTAINERS = Set.of(
            "docker-proxy",
            "rootlessport",
            "rootlesskit",
            "slirp4netns",
            "pasta",
            "pasta.avx2",
            "passt",
            "passt.avx2",
            "com.docker.back",
            "vpnkit",
            "wslrelay");

    private static final Set<String> ACTIVATORS = Set.of("systemd", "inetd", "xinetd");

    private static final Set<String> PROXIES = Set.of(
            "nginx",
            "haproxy",
            "envoy",
            "traefik",
            "caddy",
            "apache2",
            "httpd",
            "lighttpd",
            "varnishd",
            "squid",
            "stunnel",
            "stunnel4",
            "hitch",
            "pound",
            "nghttpx",
            "h2o",
            "linkerd2-proxy",
            "kube-proxy",
            "kubectl",
            "cloudflared",
            "ngrok",
            "frps",
            "ssh",
            "sshd",
            "socat",
            "rinetd",
            "redir",
            "gost",
            "mitmproxy",
            "mitmdump",
            "toxiproxy-serve");

    boolean isOne(ProcFolder process) {
        return programs().contains(process.program());
    }

    private Set<String> programs() {
        return switch (this) {
            case CONTAINER -> OF_CONTAINERS;
            case ACTIVATOR -> ACTIVATORS;
            case PROXY -> PROXIES;
        };
    }

    /** Whether one of these brings this port to the outside; its descriptors need not be seen for that, its command line tells. */
    boolean bringsOut(ProcFolder process, int port) {
        List<String> words = process.words();
        int option = words.indexOf("-host-port");
        return isOne(process)
                && option >= 0
                && option + 1 < words.size()
                && words.get(option + 1).equals(String.valueOf(port));
    }
}
