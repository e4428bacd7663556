package dev.wsdoc.net.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of all sorts, made by the JDK's keytool once for all tests: an authority, what it issued, and a self-signed one. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int RSA_HEAD = 26; // bytes of PKCS#8 before the PKCS#1 key of 2048 bits in it
    private static final String HERE = "san=dns:localhost,ip:127.0.0.1";
    private static Certificates made;

    /** Who a certificate is for. */
    public enum Owner {
        /** localhost and 127.0.0.1, issued by the authority. */
        SERVER("-keyalg EC -dname CN=server -signer ca -ext " + HERE),
        /** The same, but nobody vouches for it. */
        SELF_SIGNED("-keyalg EC -dname CN=loner -ext " + HERE),
        /** The same as the server's, but of the past. */
        EXPIRED("-keyalg EC -dname CN=bygone -signer ca -startdate -20d -validity 10 -ext " + HERE),
        /** The same as the server's, but not for long. */
        SOON("-keyalg EC -dname CN=soon -signer ca -validity 9 -ext " + HERE),
        /** For here, issued by somebody whom the authority vouches for, and whose certificate is at the address that it names. */
        INDIRECT("-keyalg EC -dname CN=indirect -signer middle -ext " + HERE
                + " -ext aia=caIssuers:uri:http://ca.example/middle.der"),
        /** Another host, issued by the authority. */
        ELSEWHERE("-keyalg EC -dname CN=elsewhere -signer ca -ext san=dns:elsewhere.example"),
        /** A client, issued by the authority. */
        CLIENT("-keyalg RSA -keysize 2048 -dname CN=client -signer ca"),
        /** Another client, with a key of another kind. */
        EDWARDS("-keyalg Ed25519 -dname CN=edwards -signer ca"),
        /** Many hosts, in the future. */
        UPCOMING(
                "-keyalg EC -dname CN=upcoming -signer ca -startdate +20d -validity 10"
                        + " -ext san=dns:a.example,dns:b.example,dns:c.example,dns:d.example,dns:e.example,dns:f.example,ip:10.0.0.1");

        private final String options;

        Owner(String options) {
            this.options = options;
        }
    }

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    public static synchronized Certificates get() {
        if (made == null) {
            try {
                made = make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    private static Certificates make() throws IOException {
        Certificates all = new Certificates(Files.createTempDirectory("wsdoc-certificates"));
        all.keytool("ca", all.folder.resolve("ca.p12"), "-keyalg EC -dname CN=authority -ext bc:c");
        Stream.of(Owner.values()).parallel().forEach(all::issue);
        all.write("ca.pem", "CERTIFICATE", all.store(Owner.SERVER), "ca");
        return all;
    }

    private void issue(Owner owner) {
        try {
            Path store = folder.resolve(owner + ".p12");
            Files.copy(folder.resolve("ca.p12"), store, StandardCopyOption.REPLACE_EXISTING);
            if (owner == Owner.INDIRECT) {
                keytool("middle", store, "-keyalg EC -dname CN=middle -signer ca -ext bc:c");
            }
            keytool("own", store, owner.options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keytool(String alias, Path store, String options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of(options.split(" ")));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool failed: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private KeyStore store(Owner owner) {
        try (InputStream in = Files.newInputStream(folder.resolve(owner + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String type, KeyStore store, String alias) {
        try {
            return write(name, type, store.getCertificate(alias).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String type, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }

    /** The authority's certificate as PEM. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** A certificate as PEM. */
    public Path certificate(Owner owner) {
        return write(owner + ".pem", "CERTIFICATE", store(owner), "own");
    }

    /** Its key as PEM in PKCS#8. */
    public Path key(Owner owner) throws Exception {
        return write(owner + ".key", "PRIVATE KEY", keyOf(owner).getEncoded());
    }

    /** An RSA key as PEM in PKCS#1. */
    public Path rsaKey(Owner owner) throws Exception {
        byte[] pkcs8 = keyOf(owner).getEncoded();
        return write(owner + ".rsa", "RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, RSA_HEAD, pkcs8.length));
    }

    /** Certificate and key in one file. */
    public Path both(Owner owner) throws Exception {
        String text = Files.readString(key(owner), StandardCharsets.US_ASCII)
                + Files.readString(certificate(owner), StandardCharsets.US_ASCII);
        return Files.writeString(folder.resolve(owner + ".both"), text);
    }

    private Key keyOf(Owner owner) throws GeneralSecurityException {
        return store(owner).getKey("own", PASSWORD);
    }

    /** What a server of that name speaks TLS with; it trusts clients that the authority vouches for. */
    public SSLContext context(Owner owner) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        Certificate[] chain = {store(owner).getCertificate("own")};
        own.setKeyEntry("own", keyOf(owner), PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", store(owner).getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** The certificate itself. */
    X509Certificate x509(Owner owner) throws IOException {
        return PemFile.read(certificate(owner)).certificates().get(0);
    }

    /** A client that trusts the authority alone. */
    public Tls trusting() throws IOException {
        return new Tls(Verification.FULL, PemFile.read(authority()).certificates(), null, null);
    }
}
