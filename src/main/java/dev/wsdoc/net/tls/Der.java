package dev.wsdoc.net.tls;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** The little of DER (ITU-T X.690) that turns an RSA key of PKCS#1 into one of PKCS#8. */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** Version 0, then the algorithm rsaEncryption with no parameters: RFC 5208 section 5, RFC 8017 appendix A. */
    private static final byte[] RSA_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private Der() {}

    static byte[] pkcs8OfRsa(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_HEAD);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 128) {
            out.write(length);
        } else {
            int octets = length < 256 ? 1 : length < 65_536 ? 2 : 3;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write(length >> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** The first bytes as lower-case hex. */
    static String hex(byte[] bytes, int most) {
        return HexFormat.of().formatHex(bytes, 0, Math.min(most, bytes.length));
    }
}
