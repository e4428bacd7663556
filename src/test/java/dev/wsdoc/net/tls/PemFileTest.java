package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.net.tls.Certificates.Owner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PemFileTest {
    private static final String AMID_TEXT = "subject=CN = someone\n\n";

    @TempDir
    private Path folder;

    private final Certificates certificates = Certificates.get();

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.pem"), text.replace("\\n", "\n"));
    }

    @Test
    void readsAllCertificatesAmidOtherText() throws Exception {
        String one = Files.readString(certificates.certificate(Owner.SERVER));
        String two = Files.readString(certificates.authority());

        assertThat(PemFile.read(file(AMID_TEXT + one + AMID_TEXT + two.replace("\n", "\r\n")))
                        .certificates())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=server", "CN=authority");
    }

    @Test
    void readsNoFileThatIsTooLargeForOne() throws Exception {
        Path file = folder.resolve("disk.img");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((4 << 20) + 1);
        }

        assertThatThrownBy(() -> PemFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no PEM file: it is larger than 4 MiB");
    }

    @Test
    void readsAKeyInEitherForm() throws Exception {
        assertThat(PemFile.read(certificates.rsaKey(Owner.CLIENT)).privateKey())
                .isEqualTo(PemFile.read(certificates.key(Owner.CLIENT)).privateKey());
        assertThat(PemFile.read(certificates.key(Owner.SERVER)).privateKey().getAlgorithm())
                .isEqualTo("EC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nonsense | is no PEM file: it has no '-----BEGIN ...-----'",
                "-----BEGIN CERTIFICATE-----\\nMIIB | is no PEM file",
                "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE----- | certificate 1 in it is damaged",
                "-----BEGIN CERTIFICATE-----\\n====M\\n-----END CERTIFICATE----- | CERTIFICATE in it is damaged",
                "-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY----- | has no CERTIFICATE, only PRIVATE KEY",
            })
    void saysWhatIsWrongWithCertificates(String text, String complaint) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> PemFile.read(file).certificates())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE----- | has no PRIVATE KEY, only CERTIFICATE",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMIIB\\n-----END ENCRYPTED PRIVATE KEY----- | openssl pkey",
                "-----BEGIN EC PRIVATE KEY-----\\nMIIB\\n-----END EC PRIVATE KEY----- | openssl pkcs8 -topk8",
                "-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: 4,ENCRYPTED\\nMI\\n-----END RSA PRIVATE KEY----- | passphrase",
                "-----BEGIN RSA PRIVATE KEY-----\\nMIIB\\n-----END RSA PRIVATE KEY----- | the key in it is damaged",
                "-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY----- | neither RSA nor EC nor EdDSA",
            })
    void saysWhatIsWrongWithAKey(String text, String complaint) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> PemFile.read(file).privateKey())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void aKeyMustBelongToItsCertificate() {
        assertThatThrownBy(() ->
                        ClientIdentity.read(certificates.certificate(Owner.CLIENT), certificates.key(Owner.SERVER)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not belong to the certificate in")
                .hasMessageContaining("CN=client");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "SERVER", "EDWARDS"})
    void everyKindOfKeyBelongsToItsCertificate(Owner owner) throws Exception {
        ClientIdentity identity = ClientIdentity.read(certificates.certificate(owner), certificates.key(owner));

        assertThat(identity.chain()).containsExactly(certificates.x509(owner));
    }

    @Test
    void theKeyMayBeInTheCertificatesFile() throws Exception {
        assertThat(ClientIdentity.read(certificates.both(Owner.SERVER), null).chain())
                .hasSize(1);
        assertThatThrownBy(() -> ClientIdentity.read(certificates.certificate(Owner.SERVER), null))
                .hasMessageContaining("has a certificate but no private key; name its file with --key");
    }
}
