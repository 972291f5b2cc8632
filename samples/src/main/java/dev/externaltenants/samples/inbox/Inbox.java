package dev.externaltenants.samples.inbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;

/** A mail server for everybody, and a web page to read what it received. */
public final class Inbox implements AutoCloseable {

    private static final Pattern ROUTE_OF_MAIL = Pattern.compile("GET /mail/(\\d{1,9})");

    // Mails bring their own style, and logos of a server on this machine; nothing else of them is let through.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline';"
            + " img-src data: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final MailServer mailServer;
    private final LocalServer webServer;

    private Inbox(int smtpPort, int webPort) {
        mailServer = new MailServer(smtpPort);
        webServer = LocalServer.start(webPort, this::handle);
        mailServer.start();
    }

    /** Port 0 takes a free one. */
    public static Inbox start(int smtpPort, int webPort) {
        return new Inbox(smtpPort, webPort);
    }

    public URI url() {
        return webServer.url("/");
    }

    public int smtpPort() {
        return mailServer.port();
    }

    /** Stops accepting mail; connections are refused until {@link #startSmtp()}. */
    public void stopSmtp() {
        mailServer.stop();
    }

    /** Accepts mail again, on the same port. */
    public void startSmtp() {
        mailServer.start();
    }

    /** All mails in order of arrival. */
    public List<Mail> mails() {
        return mailServer.mails();
    }

    public List<Mail> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /**
     * Waits for the mail that comes after {@code known} others to that address.
     *
     * @throws IllegalStateException when it does not come in time
     */
    public Mail awaitMail(String address, int known, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            List<Mail> mails = mailsTo(address);
            if (mails.size() > known) {
                return mails.get(known);
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("No mail number " + (known + 1) + " to " + address + " within " + patience
                + "; the last were to " + lastAddresses());
    }

    private List<String> lastAddresses() {
        List<Mail> mails = mails();
        return mails.subList(Math.max(0, mails.size() - 5), mails.size()).stream()
                .map(Mail::to)
                .toList();
    }

    @Override
    public void close() {
        webServer.close();
        mailServer.stop();
    }

    private Response handle(Request request) {
        return answer(request).with("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    private Response answer(Request request) {
        Matcher mail = ROUTE_OF_MAIL.matcher(request.route());
        if (mail.matches()) {
            int number = Integer.parseInt(mail.group(1));
            return mails().stream()
                    .filter(candidate -> candidate.number() == number)
                    .findFirst()
                    .map(found -> Response.page(200, InboxPages.mail(found)))
                    .orElseGet(() -> Response.page(404, InboxPages.notFound()));
        }
        return request.route().equals("GET /")
                ? Response.page(200, InboxPages.list(mails()))
                : Response.page(404, InboxPages.notFound());
    }
}
