package dev.externaltenants.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.externaltenants.tests.servers.Waits;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The demo's inbox, read as a person reads it: there is no other way to mail that arrived in another process. */
final class DemoInbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI url;
    private final Set<String> read = new HashSet<>();

    DemoInbox(URI url) {
        this.url = url;
    }

    /** Waits for the newest mail to the address that was not read before, and returns its code. */
    String codeFor(String address) {
        AtomicReference<String> code = new AtomicReference<>();
        Waits.until("a mail to " + address, PATIENCE, () -> {
            unread(address).ifPresent(link -> code.set(codeIn(link)));
            return code.get() != null;
        });
        return code.get();
    }

    private Optional<String> unread(String address) {
        return page("").select("ul.mails li").stream()
                .filter(mail -> mail.select(".to").text().equals("to " + address))
                .map(mail -> mail.select("a").attr("href"))
                .filter(read::add)
                .findFirst();
    }

    private String codeIn(String link) {
        return page(link).select("#code").text();
    }

    private Document page(String path) {
        try {
            return Jsoup.connect(url.resolve(path).toString()).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
