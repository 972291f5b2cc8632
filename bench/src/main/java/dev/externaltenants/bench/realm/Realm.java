package dev.externaltenants.bench.realm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Customers;
import dev.externaltenants.bench.load.Journeys;
import dev.externaltenants.tests.servers.AdminApi;

/** A realm of the server under load, whatever kind it is of. */
final class Realm {

    /** Hashing is four fifths of a sign-in as it comes; turned down, the rest shows. Keycloak keeps what it reads. */
    static final String PASSWORD_POLICY =
            "length(8) and maxLength(256) and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private static final String OPERATOR = "operator@example.com";

    private final AdminApi admin;
    private final String name;

    private Realm(AdminApi admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    /**
     * Creates it with customers that exist.
     *
     * @param more what else the realm file says
     */
    static Realm create(AdminApi admin, String name, int customers, Map<String, Object> more) {
        Map<String, Object> file = new HashMap<>(more);
        file.put("realm", name);
        file.put("enabled", true);
        file.put("passwordPolicy", PASSWORD_POLICY);
        file.put(
                "users",
                Stream.concat(
                                IntStream.range(0, customers).mapToObj(number -> user(Customers.address(number))),
                                Stream.of(operator()))
                        .toList());
        admin.post("", file).expect(201);
        return new Realm(admin, name);
    }

    AdminApi admin() {
        return admin;
    }

    /**
     * Returns the realm as its own administrator sees it, signed in now: once it is a tenant, nobody gets a token for a
     * password.
     */
    Realm byItsOwnAdministrator() {
        return new Realm(admin.signedIn(name, OPERATOR, Journeys.PASSWORD), name);
    }

    /** Returns a path below the realm. */
    String path(String below) {
        return "/" + name + below;
    }

    JsonNode settings() {
        return admin.get(path("")).expect(200).json();
    }

    void change(Map<String, Object> settings) {
        admin.put(path(""), settings).expect(204);
    }

    /** Registers a public app. */
    App app(String clientId, Map<String, Object> more) {
        Map<String, Object> client = new HashMap<>(more);
        client.put("clientId", clientId);
        client.put("publicClient", true);
        client.put("redirectUris", List.of(App.CALLBACK));
        client.put("attributes", Map.of("pkce.code.challenge.method", "S256"));
        admin.post(path("/clients"), client).expect(201);
        return new App(name, clientId);
    }

    /** Registers an app that obtains tokens for itself. */
    App service(String clientId, String secret) {
        admin.post(
                        path("/clients"),
                        Map.of(
                                "clientId",
                                clientId,
                                "secret",
                                secret,
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                false))
                .expect(201);
        return new App(name, clientId);
    }

    private static Map<String, Object> operator() {
        Map<String, Object> operator = new HashMap<>(user(OPERATOR));
        operator.put("clientRoles", Map.of("realm-management", List.of("realm-admin")));
        operator.put("credentials", List.of(Map.of("type", "password", "value", Journeys.PASSWORD)));
        return operator;
    }

    private static Map<String, Object> user(String email) {
        return Map.of(
                "username",
                email,
                "email",
                email,
                "emailVerified",
                true,
                "enabled",
                true,
                "firstName",
                "Kim",
                "lastName",
                "Akers",
                "credentials",
                List.of(Map.of("type", "password", "value", Journeys.PASSWORD), Totp.credential()));
    }
}
