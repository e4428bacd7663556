package dev.wsdoc.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.net.tls.Certificates.Owner;
import dev.wsdoc.net.tls.ClientKeys.Want;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client's certificate, as Java's TLS asks for it. */
class ClientKeysTest {
    private final Certificates certificates = Certificates.get();

    private ClientKeys of(Owner owner) throws Exception {
        return new ClientKeys(ClientIdentity.read(certificates.certificate(owner), certificates.key(owner)));
    }

    private static String chosen(ClientKeys keys, String... types) {
        return keys.chooseEngineClientAlias(types, null, null);
    }

    @ParameterizedTest
    @CsvSource({"CLIENT, RSA", "SERVER, EC", "EDWARDS, EdDSA"})
    void showsACertificateWhoseKindTheServerTakes(Owner owner, String type) throws Exception {
        ClientKeys keys = of(owner);
        assertThat(keys.want()).isEqualTo(Want.NOTHING);

        String alias = chosen(keys, "DSA", type);

        assertThat(alias).isNotNull().isEqualTo(keys.chooseClientAlias(new String[] {type}, null, null));
        assertThat(keys.want()).isEqualTo(Want.SHOWN);
        assertThat(keys.getClientAliases(type, null)).containsExactly(alias);
        assertThat(keys.getCertificateChain(alias)).containsExactly(certificates.x509(owner));
        assertThat(keys.getPrivateKey(alias).getAlgorithm()).isEqualTo(type);
    }

    @Test
    void showsNoneOfAKindThatTheServerDoesNotTake() throws Exception {
        assertThat(chosen(of(Owner.CLIENT), "EC", "EdDSA")).isNull();
    }

    @Test
    void remembersThatOneWasWantedWhereThereIsNone() {
        ClientKeys none = new ClientKeys(null);

        assertThat(chosen(none, "RSA", "EC")).isNull();
        assertThat(none.want()).isEqualTo(Want.MISSING);
        assertThat(none.getClientAliases("RSA", null)).isNull();
        assertThat(none.getCertificateChain("client")).isNull();
        assertThat(none.getPrivateKey("client")).isNull();
    }

    @Test
    void isNoServersKey() throws Exception {
        ClientKeys keys = of(Owner.SERVER);

        assertThat(keys.chooseServerAlias("EC", null, null)).isNull();
        assertThat(keys.getServerAliases("EC", null)).isNull();
    }
}
