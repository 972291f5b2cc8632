package dev.externaltenants.claimsextension.listener;

import java.util.List;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Application;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Event listeners for tests. */
public final class Listeners {

    static final Conditions ALL = new Conditions(true, null, null);

    private Listeners() {}

    public static AuthenticationEventListener asking(String extensionId) {
        return at(AuthenticationEvent.OTP_SEND, "one", ALL, 500, extensionId);
    }

    static AuthenticationEventListener named(String name) {
        return named(name, ALL, 500);
    }

    static AuthenticationEventListener named(String name, Conditions conditions, Integer priority) {
        return at(AuthenticationEvent.OTP_SEND, name, conditions, priority, "extension");
    }

    static AuthenticationEventListener at(AuthenticationEvent event, String name) {
        return at(event, name, ALL, 500, "extension");
    }

    private static AuthenticationEventListener at(
            AuthenticationEvent event, String name, Conditions conditions, Integer priority, String extensionId) {
        return new AuthenticationEventListener(
                null, name, null, event, conditions, priority, extensionId, null, null, null, null, null);
    }

    static Conditions apps(String... clientIds) {
        return new Conditions(false, Stream.of(clientIds).map(Application::new).toList(), null);
    }

    static Conditions userFlows(String... ids) {
        return new Conditions(false, null, List.of(ids));
    }
}
