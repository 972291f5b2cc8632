package dev.externaltenants.samples.demo;

import java.net.URI;
import java.util.Map;

/**
 * Where everything of the demo listens and is reached: Keycloak at the base port, the rest behind it, all on this
 * machine. In containers, the environment tells the names by which they reach one another; a browser still finds
 * Keycloak, shop and inbox at 127.0.0.1.
 */
record DemoPlaces(int base, Map<String, String> environment) {

    static final String REALM = "contoso";
    static final String CLIENT_ID = "shop";

    /** What tokens for the claims API are meant for. */
    static final String CLAIMS_AUDIENCE = "api://127.0.0.1/loyalty";

    /** A customer of the system before, whose password only the claims API knows. */
    static final String OLD_CUSTOMER = "robin@example.com";

    static final String OLD_PASSWORD = "Old-Horse-Battery-4";

    /** Keycloak's own app, where the claims API sends the codes. */
    static final String ACCOUNT_PAGE = "account-console";

    private static final String HERE = "127.0.0.1";

    /** The base port is the first argument that the programs of the demo take. */
    static DemoPlaces of(String[] args) {
        return new DemoPlaces(args.length > 0 ? Integer.parseInt(args[0]) : 8080, System.getenv());
    }

    int shopPort() {
        return port("XT_DEMO_SHOP_PORT", 1);
    }

    int inboxPort() {
        return port("XT_DEMO_INBOX_PORT", 2);
    }

    int claimsPort() {
        return base + 3;
    }

    int smtpPort() {
        return base + 4;
    }

    /** Keycloak as the shop, the claims API and the set-up reach it. */
    URI keycloakUrl() {
        return URI.create(
                environment.getOrDefault("XT_DEMO_KEYCLOAK", url(HERE, base, "").toString()));
    }

    /** The tenant as browsers reach it, and as tokens name it. */
    URI issuer() {
        return url(HERE, base, realmPath());
    }

    URI issuerOnBackChannel() {
        return keycloakUrl().resolve(realmPath());
    }

    URI shopUrl(String path) {
        return url(HERE, shopPort(), path);
    }

    /** The host of mail server and claims API as Keycloak reaches them. */
    String servicesHost() {
        return environment.getOrDefault("XT_DEMO_SERVICES_HOST", HERE);
    }

    URI claimsUrl() {
        return url(servicesHost(), claimsPort(), "/claims");
    }

    URI registrationUrl() {
        return url(servicesHost(), claimsPort(), "/registration");
    }

    URI healthUrl() {
        return url(HERE, base + 5, "/health/ready");
    }

    private int port(String variable, int behindBase) {
        return Integer.parseInt(environment.getOrDefault(variable, String.valueOf(base + behindBase)));
    }

    private static String realmPath() {
        return "/realms/" + REALM;
    }

    private static URI url(String host, int port, String path) {
        return URI.create("http://" + host + ":" + port + path);
    }
}
