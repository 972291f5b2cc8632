package dev.externaltenants.samples.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

import dev.externaltenants.samples.web.Html;
import dev.externaltenants.samples.web.Page;

/** What the inbox shows. */
final class InboxPages {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final Html EMPTY = new Html(
            """
            <h1>No mail yet</h1>
            <p class="lead">What the tenant sends arrives here, whatever the address. Reload to look again.</p>""");

    private static final String ITEM =
            """
            <li><a href="/mail/{}">{}</a><span class="to">to {}</span>{}</li>""";

    private static final String MAIL =
            """
            <h1>{}</h1>
            <dl>
              <dt>To</dt><dd>{}</dd>
              <dt>From</dt><dd>{}</dd>
              <dt>Received</dt><dd>{}</dd>
            </dl>
            {}
            {}
            {}""";

    /** In a sandbox without any permission: a mail is a stranger's page. */
    private static final String HTML_PART =
            """
            <h2>HTML</h2>
            <iframe title="HTML part of the mail" sandbox srcdoc="{}"></iframe>""";

    private InboxPages() {}

    static Page list(List<Mail> mails) {
        return page("All mail", "Reload", mails.isEmpty() ? EMPTY : newestFirst(mails));
    }

    static Page mail(Mail mail) {
        Html main = Html.of(
                MAIL,
                mail.subject(),
                mail.to(),
                mail.from(),
                time(mail.received()),
                code(mail),
                part("<h2>Text</h2>\n<pre id=\"text\">{}</pre>", mail.text()),
                part(HTML_PART, mail.html()));
        return page(mail.subject(), "All mail", main);
    }

    static Page notFound() {
        return page("Not found", "All mail", new Html("<h1>There is no such mail</h1>"));
    }

    private static Html newestFirst(List<Mail> mails) {
        Html items = mails.stream()
                .sorted(Comparator.comparing(Mail::number).reversed())
                .map(mail -> Html.of(ITEM, mail.number(), mail.subject(), mail.to(), time(mail.received())))
                .collect(Html.joined());
        return Html.of("<h1>All mail</h1>\n<ul class=\"mails\">\n{}\n</ul>", items);
    }

    private static Html code(Mail mail) {
        return mail.code()
                .map(code -> Html.of("<p class=\"code\">Code<strong id=\"code\">{}</strong></p>", code))
                .orElse(Html.NOTHING);
    }

    private static Html part(String template, String content) {
        return content.isBlank() ? Html.NOTHING : Html.of(template, content.strip());
    }

    private static Html time(Instant instant) {
        return Html.of("<time datetime=\"{}\">{}</time>", instant, CLOCK.format(instant));
    }

    private static Page page(String title, String link, Html main) {
        return new Page("Inbox", title, Html.of("<a class=\"button plain\" href=\"/\">{}</a>", link), main);
    }
}
