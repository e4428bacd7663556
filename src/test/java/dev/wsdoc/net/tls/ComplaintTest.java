package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.net.tls.ClientKeys.Want;
import dev.wsdoc.net.tls.ExplainingTrust.Untrusted;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told about each way in which TLS does not come about. */
class ComplaintTest {
    private static final String ENDED =
            "the server ended the connection in the TLS handshake; does it speak TLS on this port?";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handshake_failure | NOTHING | the server refused the TLS handshake: handshake_failure",
                "unrecognized_name | NOTHING | the server refused the TLS handshake: unrecognized_name; give the name that it knows with --sni NAME",
                "protocol_version | NOTHING | the server refused the TLS handshake: protocol_version; it has no version of TLS in common with this Java",
                "unknown_ca | SHOWN | the server does not accept the client certificate: unknown_ca",
            })
    void anAlertIsQuotedWithWhatHelps(String alert, Want want, String complaint) {
        assertThat(Complaint.of(new SSLHandshakeException("Received fatal alert: " + alert), want))
                .isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource({"Received fatal alert: handshake_failure", "something of Java's own", "Connection reset"})
    void whateverHappensToWhoLacksACertificateItIsTheCertificate(String text) {
        assertThat(Complaint.of(new SSLException(text), Want.MISSING)).isEqualTo(Complaint.CERTIFICATE_WANTED);
    }

    @ParameterizedTest
    @CsvSource({"'Unsupported or unrecognized SSL message'", "'Unrecognized SSL message, plaintext connection?'"})
    void aServerWithoutTlsIsRecognisedByItsAnswer(String text) {
        assertThat(Complaint.of(new SSLException(text), Want.NOTHING))
                .startsWith("the server does not speak TLS on this port; ");
    }

    @Test
    void everyFormOfAnEndIsAnEnd() {
        assertThat(Complaint.of(new ClosedChannelException(), Want.NOTHING)).isEqualTo(ENDED);
        assertThat(Complaint.of(new EOFException(), Want.NOTHING)).isEqualTo(ENDED);
        assertThat(Complaint.of(new SSLException("cut", new EOFException()), Want.NOTHING))
                .isEqualTo(ENDED);
        assertThat(Complaint.of(new SocketException("Connection reset"), Want.NOTHING))
                .isEqualTo(ENDED);
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThat(Complaint.of(new SSLException("no cipher suites"), Want.NOTHING))
                .isEqualTo("the TLS handshake failed: no cipher suites");
        assertThat(Complaint.of(new IOException(), Want.NOTHING)).isEqualTo("the TLS handshake failed: IOException");
    }

    /** However deep Java has wrapped it, and whatever the server said meanwhile. */
    @ParameterizedTest
    @EnumSource(Want.class)
    void anUntrustedCertificateGoesBeforeAllElse(Want want) {
        Untrusted untrusted = new Untrusted("it is self-signed", new CertificateException("PKIX"));
        IOException wrapped = new SSLHandshakeException("Received fatal alert: bad_certificate");
        wrapped.initCause(new IOException(untrusted));

        assertThat(Complaint.of(wrapped, want)).isEqualTo("it is self-signed");
    }
}
