package dev.externaltenants.bench.load;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BrowserTest {

    private LocalServer server;
    private Connection connection;
    private Browser browser;

    @BeforeEach
    void open() {
        server = LocalServer.start(0, BrowserTest::answer);
        connection = new Connection(server.port());
        browser = new Browser(connection);
    }

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    @Test
    void goesFromRedirectToFormToApp() {
        Page form = browser.open("/start").asking("username");

        Page left = browser.submit(form, Map.of("username", "kim@example.com"));

        assertThat(left.authorizationCode()).isEqualTo("c-1");
    }

    @Test
    void beginsWithoutCookies() {
        browser.open("/start");

        assertThat(new Browser(connection).open("/form?of=sign-in").body()).contains("no cookie");
    }

    @Test
    void saysWhereAJourneyWentAstray() {
        Page form = browser.open("/start");

        assertThatIllegalStateException()
                .isThrownBy(() -> form.asking("otp"))
                .withMessageContaining("otp")
                .withMessageContaining("Who are you?");
    }

    private static Response answer(Request request) throws Exception {
        return switch (request.route()) {
            case "GET /start" ->
                Response.seeOther(URI.create("/form?of=sign-in")).with("Set-Cookie", "session=s1; Path=/; HttpOnly");
            case "GET /form" ->
                Response.text(
                        200,
                        "text/html",
                        request.cookie("session").orElse("no cookie")
                                + "<p>Who are you?</p><form method=\"post\" action=\"/form?a=1&amp;b=2\"><input name=\"username\">");
            case "POST /form" ->
                request.uri().getRawQuery().equals("a=1&b=2")
                                && request.body().equals("username=kim%40example.com")
                                && request.cookie("session").isPresent()
                        ? Response.seeOther(URI.create(App.CALLBACK + "?state=s&code=c-1"))
                        : Response.text(400, "text/plain", "not what the form says");
            default -> Response.text(404, "text/plain", "");
        };
    }
}
