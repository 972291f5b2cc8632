package dev.externaltenants.bench.enumeration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.bench.load.Journeys;

/** What an address may have behind it. All addresses have one length, so that they make no difference of their own. */
enum Account {
    UNKNOWN("u", "no account"),
    /** As the one before: how far two of the same kind are apart. */
    UNKNOWN_AGAIN("v", "no account, once more"),
    PASSWORD("k", "a password"),
    CODE("c", "no password, by code"),
    SOCIAL("s", "an identity provider only"),
    DISABLED("d", "disabled");

    static final String PROVIDER = "fabrikam";

    private final String letter;
    private final String title;

    Account(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean exists() {
        return this != UNKNOWN && this != UNKNOWN_AGAIN;
    }

    String address(int number) {
        return "%s%05d@example.com".formatted(letter, number);
    }

    /** Returns the account as a realm file has it. */
    Map<String, Object> user(int number) {
        Map<String, Object> user = new HashMap<>();
        user.put("username", address(number));
        user.put("email", address(number));
        user.put("emailVerified", true);
        user.put("enabled", this != DISABLED);
        if (this == PASSWORD || this == DISABLED) {
            user.put("credentials", List.of(Map.of("type", "password", "value", Journeys.PASSWORD)));
        }
        if (this == SOCIAL) {
            user.put(
                    "federatedIdentities",
                    List.of(Map.of(
                            "identityProvider", PROVIDER, "userId", address(number), "userName", address(number))));
        }
        return user;
    }
}
