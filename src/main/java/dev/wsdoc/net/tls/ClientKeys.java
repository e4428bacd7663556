package dev.wsdoc.net.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows the client's certificate, if there is one, and remembers whether a server asked for one. Thread-safe. */
final class ClientKeys extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    /** What servers wanted of the client. */
    enum Want {
        /** No server asked for a certificate. */
        NOTHING,
        /** One asked, and there is none. */
        MISSING,
        /** One asked, and was shown it. */
        SHOWN
    }

    private final @Nullable ClientIdentity identity;
    private volatile Want want = Want.NOTHING;

    ClientKeys(@Nullable ClientIdentity identity) {
        this.identity = identity;
    }

    @Nullable
    ClientIdentity identity() {
        return identity;
    }

    Want want() {
        return want;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(types);
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
        return alias(types);
    }

    /** Java asks once for each type of key; whether the server knows the issuer is for the server to say. */
    private @Nullable String alias(String[] types) {
        if (identity == null) {
            want = Want.MISSING;
            return null;
        }
        want = Want.SHOWN;
        String algorithm = identity.key().getAlgorithm();
        for (String type : types) {
            if (type.equals(algorithm)) {
                return ALIAS;
            }
        }
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return identity == null ? null : identity.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return identity == null ? null : new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
