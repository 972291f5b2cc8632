package dev.externaltenants.bench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The journeys of customers and apps, each to the end that the scenario names. */
public final class Journeys {

    /** Of every customer here. */
    public static final String PASSWORD = "correct-horse-Battery-9";

    private Journeys() {}

    /** The authorization request to the page that asks who signs in. */
    public static Operation signInPage(App app) {
        return connection -> () -> signInPage(app, new Browser(connection));
    }

    /** Identity first, then the password, to tokens. */
    public static Operation signIn(App app, Customers customers) {
        return connection -> () -> customers.next(email -> signIn(app, email, connection));
    }

    /**
     * Identity, password and a second factor, to tokens.
     *
     * @param field that the second factor is typed into
     * @param code of the customer with that address
     */
    public static Operation signInTwice(App app, Customers customers, String field, UnaryOperator<String> code) {
        return connection -> () -> customers.next(email -> {
            Browser browser = new Browser(connection);
            Page page = passwordGiven(app, email, browser).asking(field);
            app.redeem(connection, browser.submit(page, Map.of(field, code.apply(email))));
        });
    }

    /** Identity and password up to the page that asks for a code, which nobody types. */
    public static Operation codeAskedFor(App app, Customers customers) {
        return connection -> () -> customers.next(email -> passwordGiven(app, email, new Browser(connection)));
    }

    /** Keycloak's own registration: one page with everything. */
    public static Operation register(App app, Customers newcomers) {
        return connection -> () -> newcomers.next(email -> {
            Browser browser = new Browser(connection);
            Page page = browser.open(signInPage(app, browser).signUpLink()).asking("firstName");
            Map<String, String> form = new HashMap<>(passwords());
            form.putAll(Map.of("email", email, "firstName", "Kim", "lastName", "Akers"));
            app.redeem(connection, browser.submit(page, form));
        });
    }

    /** Our sign-up: the address, the code that proves it, then the rest. */
    public static Operation signUp(App app, Customers newcomers, UnaryOperator<String> code) {
        return connection -> () -> newcomers.next(email -> {
            Browser browser = new Browser(connection);
            Page address = browser.open(signInPage(app, browser).signUpLink()).asking("email");
            Page proof = browser.submit(address, Map.of("email", email)).asking("code");
            Page attributes = browser.submit(proof, Map.of("code", code.apply(email), "action", "verify"));
            Map<String, String> form = new HashMap<>(passwords());
            form.putAll(Map.of("attr.givenName", "Kim", "attr.surname", "Akers"));
            app.redeem(connection, browser.submit(attributes.asking("password-confirm"), form));
        });
    }

    /** A refresh of a session that is there already. */
    public static Operation refresh(App app, Customers customers) {
        return connection -> {
            String[] token = new String[1];
            customers.next(email -> token[0] = signIn(app, email, connection));
            return () -> token[0] = app.refresh(connection, token[0]);
        };
    }

    public static Operation clientCredentials(App app, String secret) {
        return connection -> () -> app.ownToken(connection, secret);
    }

    private static String signIn(App app, String email, Connection connection) {
        return app.redeem(connection, passwordGiven(app, email, new Browser(connection)));
    }

    private static Page passwordGiven(App app, String email, Browser browser) {
        Page password = browser.submit(signInPage(app, browser), Map.of("username", email));
        return browser.submit(password.asking("password"), Map.of("password", PASSWORD));
    }

    private static Page signInPage(App app, Browser browser) {
        return browser.open(app.authorization()).asking("username");
    }

    private static Map<String, String> passwords() {
        return Map.of("password", PASSWORD, "password-confirm", PASSWORD);
    }
}
