package dev.externaltenants.tests.servers.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates made for one test by the JDK's keytool, good ones and bad. */
public final class TestAuthority {

    public static final String GOOD = "good";
    public static final String EXPIRED = "expired";
    static final String OTHER_HOST = "other-host";
    static final String SELF_SIGNED = "self-signed";

    private static final String AUTHORITY = "authority";
    private static final String PASSWORD = "of-no-worth";

    private final KeyStore all;

    private TestAuthority(KeyStore all) {
        this.all = all;
    }

    public static TestAuthority create() {
        try {
            Path folder = Files.createTempDirectory("xt-certificates");
            Path store = folder.resolve("keys.p12");
            make(store, AUTHORITY, "-ext", "bc:critical=ca:true");
            make(store, GOOD, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1");
            make(store, EXPIRED, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1", "-startdate", "-40d");
            make(store, OTHER_HOST, "-signer", AUTHORITY, "-ext", "san=dns:elsewhere.example.org");
            make(store, SELF_SIGNED, "-ext", "san=ip:127.0.0.1");
            KeyStore all = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            return new TestAuthority(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ServerSocketFactory sockets(String name) {
        return context(name, null).getServerSocketFactory();
    }

    /** Returns what a server with this certificate needs that asks clients for one of this authority. */
    public SSLContext demandingCertificates(String name) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            return context(name, trust.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String certificate(String name) {
        try {
            return pem("CERTIFICATE", all.getCertificate(name).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String key(String name) {
        try {
            return pem("PRIVATE KEY", all.getKey(name, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private SSLContext context(String name, TrustManager[] trust) {
        try {
            KeyStore one = empty();
            one.setKeyEntry(
                    name,
                    all.getKey(name, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(name));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyStore trustStore() {
        try {
            KeyStore trust = empty();
            trust.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path store, String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-dname",
                "CN=" + name,
                "-alias",
                name));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
