package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.net.tls.ExplainingTrust.Untrusted;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a certificate, as Java says it and as wsdoc says it. */
class CertificateTroubleTest {
    private static final String GO_ON = "-k to go on without verification";

    private final Certificates certificates = Certificates.get();

    private String line(Owner owner, CertificateException e) throws Exception {
        return CertificateTrouble.line(certificates.x509(owner), "there", e);
    }

    @Test
    void saysThatACertificateIsOfTheFuture() throws Exception {
        X509Certificate upcoming = certificates.x509(Owner.UPCOMING);

        assertThat(CertificateTrouble.line(upcoming, "there", new CertificateException("not yet")))
                .isEqualTo("the server's certificate 'CN=upcoming' does not verify: it is not valid before "
                        + upcoming.getNotBefore().toInstant() + "; let it be renewed, or use " + GO_ON);
    }

    @Test
    void namesAFewOfManyHosts() throws Exception {
        assertThat(line(
                        Owner.UPCOMING,
                        new CertificateException("No subject alternative DNS name matching there found.")))
                .contains(
                        "it is for a.example, b.example, c.example, d.example, e.example and 2 more, not for there; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No subject alternative names present", "No name matching there found"})
    void takesTheSubjectForTheHostOfOneThatNamesNone(String text) throws Exception {
        assertThat(line(Owner.CLIENT, new CertificateException(text)))
                .endsWith("it is for CN=client, not for there; use a name that it is for, --sni NAME, or " + GO_ON);
    }

    @Test
    void givesJavasDeepestReasonWhereItKnowsNoBetter() throws Exception {
        CertificateException strange = new CertificateException("outer", new IllegalStateException("weak key"));

        assertThat(line(Owner.SERVER, strange)).endsWith("does not verify: weak key; use " + GO_ON);
        assertThat(line(Owner.SERVER, new CertificateException())).endsWith("does not verify: null; use " + GO_ON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unable to find valid certification path to requested target", "No trusted certificate found"})
    void knowsBothOfJavasWordsForAMissingPath(String text) throws Exception {
        CertificateException missing = new CertificateException("PKIX", new IllegalStateException(text));

        assertThat(line(Owner.SELF_SIGNED, missing)).contains("it is self-signed; trust it or its issuer");
        assertThat(line(Owner.SERVER, missing)).contains("its issuer 'CN=authority' is not trusted; ");
    }

    /** Callers that have no session cannot name the host. */
    @Test
    void verifiesWithoutASession() throws Exception {
        ExplainingTrust trust = new ExplainingTrust(judge());
        X509Certificate[] good = {certificates.x509(Owner.SERVER)};
        X509Certificate[] bad = {certificates.x509(Owner.SELF_SIGNED)};

        trust.checkServerTrusted(good, "ECDHE_ECDSA");
        refuses(() -> trust.checkServerTrusted(bad, "ECDHE_ECDSA"));
        try (Socket plain = new Socket()) {
            trust.checkServerTrusted(good, "ECDHE_ECDSA", plain);
            refuses(() -> trust.checkServerTrusted(bad, "ECDHE_ECDSA", plain));
        }
    }

    private static void refuses(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(Untrusted.class).hasMessageContaining("it is self-signed");
    }

    private X509ExtendedTrustManager judge() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca", PemFile.read(certificates.authority()).certificates().get(0));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
