package dev.wsdoc.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How wsdoc speaks TLS as a client: whom it trusts and who it is. It offers {@code http/1.1} alone (RFC 7301), since WebSocket
 * needs it. Thread-safe; the trust store is read when it is first needed.
 */
public final class Tls {
    /** The issuers that Java trusts, no client certificate. */
    public static final Tls DEFAULT = new Tls(Verification.FULL, List.of(), null, null);

    private static final String[] PROTOCOLS = {"http/1.1"};

    private final Verification verification;
    private final List<X509Certificate> issuers;
    private final ClientKeys keys;
    private final @Nullable SNIHostName serverName;
    private @Nullable SSLContext context;
    private @Nullable SSLSocketFactory sockets;

    /**
     * Settings for any number of connections.
     *
     * @param issuers trusted instead of those that Java trusts; empty for these
     * @param identity shown to servers that ask for a certificate; null for none
     * @param serverName asked for, and accepted in certificates, instead of the URL's host; null for that
     * @throws IllegalArgumentException when the server name is no host name
     */
    public Tls(
            Verification verification,
            List<X509Certificate> issuers,
            @Nullable ClientIdentity identity,
            @Nullable String serverName) {
        this.verification = verification;
        this.issuers = List.copyOf(issuers);
        this.keys = new ClientKeys(identity);
        this.serverName = serverName == null ? null : name(serverName);
    }

    private static SNIHostName name(String text) {
        try {
            return new SNIHostName(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("server name '" + text + "' is not a host name", e);
        }
    }

    /**
     * The client's side of a connection to a host.
     *
     * @throws TlsFailure when the trust store cannot be used
     */
    public SSLEngine engine(String host, int port) throws TlsFailure {
        SSLEngine engine = context().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(tuned(engine.getSSLParameters(), host));
        return engine;
    }

    /**
     * The same for blocking sockets; always the same factory, by which connections are kept for more requests.
     *
     * @throws TlsFailure when the trust store cannot be used
     */
    public synchronized SSLSocketFactory sockets() throws TlsFailure {
        SSLSocketFactory made = sockets;
        if (made == null) {
            made = new TunedSockets(context().getSocketFactory(), this::tuned);
            sockets = made;
        }
        return made;
    }

    /** For connections of {@link #sockets}: these verify the host themselves, or are told not to. */
    public HostnameVerifier hosts() {
        return (host, session) -> verification == Verification.NONE;
    }

    private SSLParameters tuned(SSLParameters parameters, String host) {
        parameters.setApplicationProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm(verification == Verification.FULL ? "HTTPS" : null);
        if (serverName != null) {
            parameters.setServerNames(List.of(serverName));
        } else if (!isAddress(host)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        return parameters;
    }

    /** Addresses are not server names: RFC 6066 section 3. */
    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** The same settings, but for this. */
    public Tls with(Verification other) {
        return new Tls(other, issuers, keys.identity(), serverName == null ? null : serverName.getAsciiName());
    }

    /** Whether any certificate will do. */
    public boolean trustsAnyone() {
        return verification == Verification.NONE;
    }

    /** Whom a server's certificate is to be for. */
    public String expectedName(String host) {
        return serverName == null ? host : serverName.getAsciiName();
    }

    /** Whether a trusted issuer vouches for the first of these by means of the others; whom it is for, and when, is not asked. */
    public boolean vouchesFor(List<X509Certificate> chain) {
        try {
            trust().checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return !CertificateTrouble.isPathMissing(e);
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    /** Why it failed, for people; for what went wrong before the first byte came. */
    public TlsFailure explain(IOException e) {
        return e instanceof TlsFailure already ? already : new TlsFailure(Complaint.of(e, keys.want()), e);
    }

    /** Why a server may have hung up before it said anything; null when nothing is known. */
    public @Nullable TlsFailure unsaid() {
        return keys.want() == ClientKeys.Want.MISSING ? new TlsFailure(Complaint.CERTIFICATE_WANTED) : null;
    }

    private synchronized SSLContext context() throws TlsFailure {
        SSLContext made = context;
        if (made == null) {
            made = create();
            context = made;
        }
        return made;
    }

    private SSLContext create() throws TlsFailure {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            TrustManager trust = verification == Verification.NONE ? new TrustsAnyone() : new ExplainingTrust(trust());
            made.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            return made;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsFailure("cannot use the trusted certificates: " + e.getMessage(), e);
        }
    }

    private X509ExtendedTrustManager trust() throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(issuers.isEmpty() ? null : store());
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager known) {
                return known;
            }
        }
        throw new GeneralSecurityException("this Java verifies no X.509 certificates");
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate issuer : issuers) {
            store.setCertificateEntry("issuer-" + store.size(), issuer);
        }
        return store;
    }
}
