package dev.wsdoc.net.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's certificate and its key, for servers that ask for one.
 *
 * @param chain the certificate itself first, then its issuers
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final byte[] PROOF = {'w', 's', 'd', 'o', 'c'};

    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both from PEM files.
     *
     * @param keyFile null when the key is in the certificate's file too
     * @throws IOException naming the file that cannot be read, or that has not what is wanted
     */
    public static ClientIdentity read(Path certificateFile, @Nullable Path keyFile) throws IOException {
        List<X509Certificate> chain = PemFile.read(certificateFile).certificates();
        PemFile keys = PemFile.read(keyFile == null ? certificateFile : keyFile);
        if (keyFile == null && !keys.hasKey()) {
            throw new IOException(certificateFile + " has a certificate but no private key; name its file with --key");
        }
        PrivateKey key = keys.privateKey();
        if (!belongTogether(key, chain.get(0))) {
            throw new IOException("the key in " + keys.file() + " does not belong to the certificate in "
                    + certificateFile + " for " + chain.get(0).getSubjectX500Principal());
        }
        return new ClientIdentity(key, chain);
    }

    /** They do when the one verifies what the other signed. */
    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(PROOF);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROOF);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // another kind of key
        }
    }
}
