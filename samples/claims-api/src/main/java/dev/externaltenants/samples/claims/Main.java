package dev.externaltenants.samples.claims;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs the API by itself until it is ended. */
public final class Main {

    private static final String HELP =
            """
            Usage: java -jar external-tenants-samples-claims-api-0.1.0.jar --issuer URL [--audience TEXT] [--port N] …

            A small API that a tenant asks at the five events of sign-in and sign-up.

              --issuer URL          of the tenant, as in https://id.shop.example/realms/contoso
              --back-channel URL    the same as it is reached from here, if that is another address
              --audience TEXT       the extension's resourceId, api://127.0.0.1/claims-api when absent
              --bind ADDRESS        where to listen, 127.0.0.1 when absent
              --port N              8083 when absent
              --key FILE            keeps the private key for passwords (a JWK); without it, a restart makes another
              --old-user NAME=WORD  an account of the old system with its password
              --help                shows this

            Codes that it is to send are printed. GET /registration answers what the tenant's REST takes to register it.
            """;
    private static final Set<String> OPTIONS =
            Set.of("--issuer", "--back-channel", "--audience", "--bind", "--port", "--key", "--old-user");

    private Main() {}

    /** @param args as the help says; without an issuer, or with anything else, it ends with status 2 */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(HELP);
            return;
        }
        try {
            ClaimsApi api = start(options(args));
            System.out.println("Ready: " + api.url());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            System.exit(2);
        }
    }

    /** @throws IllegalArgumentException when an option is unknown, has no value, or has one that cannot be used */
    static ClaimsApi start(Map<String, String> options) {
        if (!options.containsKey("--issuer")) {
            throw new IllegalArgumentException("--issuer is missing.");
        }
        URI issuer = URI.create(options.get("--issuer"));
        OldUsers oldUsers =
                options.containsKey("--key") ? OldUsers.withKeyIn(Path.of(options.get("--key"))) : new OldUsers();
        if (options.containsKey("--old-user")) {
            add(options.get("--old-user"), oldUsers);
        }
        InetSocketAddress address = new InetSocketAddress(
                options.getOrDefault("--bind", "127.0.0.1"), port(options.getOrDefault("--port", "8083")));
        return ClaimsApi.start(
                new ClaimsApi.Settings(
                        address,
                        issuer,
                        URI.create(options.getOrDefault("--back-channel", issuer.toString())),
                        options.getOrDefault("--audience", "api://127.0.0.1/claims-api")),
                oldUsers,
                (recipient, code) -> System.out.println("Code for " + recipient + ": " + code));
    }

    private static int port(String given) {
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > 65_535) {
            throw new IllegalArgumentException("--port is a number from 0 to 65535, and not " + given + ".");
        }
        return Integer.parseInt(given);
    }

    private static void add(String oldUser, OldUsers oldUsers) {
        int end = oldUser.indexOf('=');
        if (end <= 0 || end == oldUser.length() - 1) {
            // Without its value, which may be a password.
            throw new IllegalArgumentException("--old-user is NAME=WORD, with both of them.");
        }
        oldUsers.add(oldUser.substring(0, end), oldUser.substring(end + 1));
    }

    /** @throws IllegalArgumentException when an option is unknown, has no value, or is given twice */
    static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Unknown, or without a value: " + args[i]);
            }
            if (options.put(args[i], args[i + 1]) != null) {
                throw new IllegalArgumentException("Given twice: " + args[i]);
            }
        }
        return options;
    }
}
