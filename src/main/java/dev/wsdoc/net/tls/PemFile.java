package dev.wsdoc.net.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of certificates and keys as text: RFC 7468. Immutable. */
public final class PemFile {
    private static final long LARGEST_BYTES = 4 << 20; // a machine's whole trust store has a quarter of a megabyte
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";

    /** Algorithms by their object identifiers in DER, as they stand in a PKCS#8 key: RFC 8017, RFC 5480, RFC 8410. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "06092a864886f70d010101", "RSA",
            "06072a8648ce3d0201", "EC",
            "06032b6570", "Ed25519",
            "06032b6571", "Ed448");

    private record Block(String type, String body) {}

    private final Path file;
    private final List<Block> blocks;

    private PemFile(Path file, List<Block> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /**
     * Reads a file; what is in its blocks is looked at later.
     *
     * @throws IOException naming the file, when it cannot be read or is no PEM
     */
    public static PemFile read(Path file) throws IOException {
        String text = text(file);
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        if (blocks.isEmpty()) {
            throw new IOException(file + " is no PEM file: it has no '-----BEGIN ...-----' and its END");
        }
        return new PemFile(file, blocks);
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException(file + " cannot be read: it is a directory");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new IOException(file + " is no PEM file: it is larger than 4 MiB");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " cannot be read: there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be read: permission denied", e);
        }
    }

    Path file() {
        return file;
    }

    boolean hasKey() {
        return blocks.stream().anyMatch(block -> block.type().endsWith(PKCS8));
    }

    /**
     * All certificates, in their order.
     *
     * @throws IOException naming the file, when there is none or one is damaged
     */
    public List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.type().equals(CERTIFICATE)) {
                certificates.add(certificate(block, certificates.size() + 1));
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " has no CERTIFICATE, only " + types());
        }
        return certificates;
    }

    private X509Certificate certificate(Block block, int number) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der(block)));
        } catch (CertificateException e) {
            throw new IOException(file + ": certificate " + number + " in it is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * The first private key, as PKCS#8 or PKCS#1.
     *
     * @throws IOException naming the file, when there is none, or one in another form
     */
    PrivateKey privateKey() throws IOException {
        for (Block block : blocks) {
            if (block.type().endsWith(PKCS8)) {
                return privateKey(block);
            }
        }
        throw new IOException(file + " has no PRIVATE KEY, only " + types());
    }

    private PrivateKey privateKey(Block block) throws IOException {
        if (block.type().startsWith("ENCRYPTED") || block.body().contains("Proc-Type: 4,ENCRYPTED")) {
            throw new IOException(
                    file + " has a key with a passphrase; take it off with 'openssl pkey -in " + file + " -out PLAIN'");
        }
        return switch (block.type()) {
            case PKCS8 -> pkcs8(der(block));
            case PKCS1 -> pkcs8(Der.pkcs8OfRsa(der(block)));
            default ->
                throw new IOException(file + " has an '" + block.type() + "'; convert it with 'openssl pkcs8 -topk8"
                        + " -nodes -in " + file + " -out PKCS8'");
        };
    }

    private PrivateKey pkcs8(byte[] der) throws IOException {
        String start = Der.hex(der, 40);
        for (Map.Entry<String, String> algorithm : ALGORITHMS.entrySet()) {
            if (start.contains(algorithm.getKey())) {
                try {
                    return KeyFactory.getInstance(algorithm.getValue()).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
                    throw new IOException(file + ": the key in it is damaged", e);
                }
            }
        }
        throw new IOException(file + " has a key that is damaged, or neither RSA nor EC nor EdDSA");
    }

    private byte[] der(Block block) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(block.body());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": a " + block.type() + " in it is damaged: " + e.getMessage(), e);
        }
    }

    private String types() {
        return blocks.stream().map(Block::type).distinct().collect(Collectors.joining(", "));
    }
}
