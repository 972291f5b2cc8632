package dev.externaltenants.samples.demo;

import java.net.URI;

/** Where everything of the demo listens: Keycloak at the base port, the rest behind it. */
record DemoPorts(int keycloak) {

    static final String REALM = "contoso";
    static final String CLIENT_ID = "shop";

    /** What tokens for the claims API are meant for. */
    static final String CLAIMS_AUDIENCE = "api://127.0.0.1/loyalty";

    /** The base port is the one argument that the programs of the demo take. */
    static DemoPorts of(String[] args) {
        return new DemoPorts(args.length > 0 ? Integer.parseInt(args[0]) : 8080);
    }

    int shop() {
        return keycloak + 1;
    }

    int inbox() {
        return keycloak + 2;
    }

    int claimsApi() {
        return keycloak + 3;
    }

    int smtp() {
        return keycloak + 4;
    }

    int management() {
        return keycloak + 5;
    }

    URI keycloakUrl() {
        return url(keycloak, "");
    }

    URI issuer() {
        return url(keycloak, "/realms/" + REALM);
    }

    URI shopUrl(String path) {
        return url(shop(), path);
    }

    URI claimsUrl() {
        return url(claimsApi(), "/claims");
    }

    URI healthUrl() {
        return url(management(), "/health/ready");
    }

    private static URI url(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
