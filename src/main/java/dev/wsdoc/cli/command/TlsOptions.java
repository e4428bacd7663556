package dev.wsdoc.cli.command;

import dev.wsdoc.net.tls.ClientIdentity;
import dev.wsdoc.net.tls.PemFile;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.Verification;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to trust and who to be, with wss and https. */
public final class TlsOptions {
    @Option(
            names = {"-k", "--insecure"},
            description = "Accept any certificate of the server.")
    private boolean insecure;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trust the issuers in this PEM file instead of those that Java trusts.")
    private @Nullable String issuers;

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description =
                    "Show this client certificate (PEM, with its issuers after it) to a server that asks for one.")
    private @Nullable String certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Its private key (PEM, PKCS#8 or PKCS#1); not needed when it is in the certificate's file.")
    private @Nullable String key;

    @Option(
            names = "--sni",
            paramLabel = "NAME",
            description = "Ask for this server name in the TLS handshake instead of the URL's host.")
    private @Nullable String serverName;

    private @Nullable Tls made;

    /** What they come to; always the same object. */
    public Tls tls() {
        Tls tls = made;
        if (tls == null) {
            tls = make();
            made = tls;
        }
        return tls;
    }

    /** The same, with any certificate of the server accepted, whatever was asked for. */
    public Tls insecure() {
        insecure = true;
        made = null;
        return tls();
    }

    private Tls make() {
        if (key != null && certificate == null) {
            throw CommandFailure.wrongUsage("--key " + key + " needs its certificate too: --cert FILE");
        }
        if (insecure && issuers != null) {
            throw CommandFailure.wrongUsage(
                    "-k accepts any certificate and --cacert only those of some issuers; give one of them");
        }
        Verification verification = insecure ? Verification.NONE : Verification.FULL;
        List<X509Certificate> trusted = trusted();
        ClientIdentity identity = identity();
        try {
            return trusted.isEmpty() && identity == null && serverName == null && !insecure
                    ? Tls.DEFAULT
                    : new Tls(verification, trusted, identity, serverName);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("--sni: " + e.getMessage());
        }
    }

    private List<X509Certificate> trusted() {
        if (issuers == null) {
            return List.of();
        }
        try {
            return PemFile.read(path("--cacert", issuers)).certificates();
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--cacert: " + e.getMessage());
        }
    }

    private @Nullable ClientIdentity identity() {
        if (certificate == null) {
            return null;
        }
        try {
            return ClientIdentity.read(path("--cert", certificate), key == null ? null : path("--key", key));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage((key == null ? "--cert: " : "--cert and --key: ") + e.getMessage());
        }
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage(option + " '" + text + "' is not a file name: " + e.getReason());
        }
    }
}
