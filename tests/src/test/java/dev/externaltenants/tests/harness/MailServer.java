package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import dev.externaltenants.samples.inbox.Inbox;
import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.samples.inbox.SilentSmtpServer;
import dev.externaltenants.tests.servers.Ports;
import dev.externaltenants.tests.servers.ScriptedSmtpServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real SMTP server; it can go away, fall silent and come back on the same port. */
public final class MailServer implements BeforeAllCallback, AfterAllCallback {

    /** Generous, since mail leaves after the response and the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port = Ports.freePort();
    private final Map<String, Integer> read = new ConcurrentHashMap<>();
    private Inbox inbox;

    @Override
    public void beforeAll(ExtensionContext context) {
        inbox = Inbox.start(port, 0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        inbox.close();
    }

    public int port() {
        return port;
    }

    /** Waits for the first mail to the address that was not returned before. */
    public Mail nextTo(String address) {
        int known = read.getOrDefault(address, 0);
        read.put(address, known + 1);
        return mail(address, known);
    }

    /** Waits for the mail to the address that comes after so many others. */
    public Mail mail(String address, int others) {
        try {
            return inbox.awaitMail(address, others, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next mail to the address and returns its code. */
    public String codeFor(String address) {
        Mail mail = nextTo(address);
        return mail.code().orElseThrow(() -> new AssertionError("No code in the mail:\n" + mail.text()));
    }

    public int countTo(String address) {
        return inbox.mailsTo(address).size();
    }

    /** Connections are refused while the work runs. */
    public void downWhile(Runnable work) {
        inbox.stopSmtp();
        try {
            work.run();
        } finally {
            inbox.startSmtp();
        }
    }

    /** Connections are accepted and nothing is said while the work runs. */
    public void silentWhile(Consumer<SilentSmtpServer> work) {
        downWhile(() -> {
            SilentSmtpServer silent = SilentSmtpServer.start(port);
            try {
                work.accept(silent);
            } finally {
                close(silent);
            }
        });
    }

    /** What answers at the port while the work runs is a server with a script. */
    public void scriptedWhile(IntFunction<ScriptedSmtpServer> start, Consumer<ScriptedSmtpServer> work) {
        downWhile(() -> {
            try (ScriptedSmtpServer scripted = start.apply(port)) {
                work.accept(scripted);
            }
        });
    }

    private static void close(SilentSmtpServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
