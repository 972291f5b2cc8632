package dev.externaltenants.userflow.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/** A password that an administrator gave to somebody, by Keycloak's own REST or by ours. */
public final class PasswordGiven {

    private static final Pattern PATH = Pattern.compile(
            "(?:.*/)?(?:users/(?<user>[^/]+)/reset-password|(?:customers|administrators)/(?<account>[^/]+)/password)");

    private PasswordGiven() {}

    /** Returns the id of the account; empty where the event tells of something else, or of a refusal. */
    public static Optional<String> to(AdminEvent event) {
        if (event.getOperationType() != OperationType.ACTION
                || event.getError() != null
                || event.getResourcePath() == null) {
            return Optional.empty();
        }
        Matcher given = PATH.matcher(event.getResourcePath());
        return given.matches()
                ? Optional.of(given.group("user") == null ? given.group("account") : given.group("user"))
                : Optional.empty();
    }
}
