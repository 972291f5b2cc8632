package dev.externaltenants.claimsextension.listener;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * Has a custom extension asked at an event of the apps that it applies to, as Entra's authentication event listener.
 *
 * @param id assigned by the server, immutable
 * @param name unique in the tenant: letters, digits, {@code . _ -}, at most 64 characters
 * @param displayName what administrators see; the name when absent
 * @param event at which the extension is asked
 * @param conditions to which apps it applies
 * @param priority 0 to 1000; of the listeners that apply, the one of the highest is asked, and no other
 * @param extensionId the extension that is asked
 * @param timeoutInMilliseconds instead of the extension's, or null
 * @param maximumRetries instead of the extension's, or null
 * @param behaviorOnError instead of the extension's, or null
 * @param migrationAttribute at password submit, the boolean attribute that says whose password is yet to be migrated; null
 *     at other events
 * @param version rises with every change, for optimistic locking; null before it is stored
 */
// What the REST adds to it may come back.
@JsonIgnoreProperties("shadowedBy")
public record AuthenticationEventListener(
        String id,
        String name,
        String displayName,
        AuthenticationEvent event,
        Conditions conditions,
        Integer priority,
        String extensionId,
        Integer timeoutInMilliseconds,
        Integer maximumRetries,
        BehaviorOnError behaviorOnError,
        String migrationAttribute,
        Long version) {

    /** At most this many in a tenant. Source: Entra service limits. */
    public static final int LIMIT = 249;

    static final int MAX_PRIORITY = 1000;

    private static final int DEFAULT_PRIORITY = 500;

    public AuthenticationEventListener {
        displayName = displayName == null ? name : displayName;
        priority = priority == null ? DEFAULT_PRIORITY : priority;
        if (migrationAttribute == null && event == AuthenticationEvent.PASSWORD_SUBMIT) {
            migrationAttribute = EventHandler.DEFAULT_MIGRATION_ATTRIBUTE;
        }
    }

    /**
     * Returns who is asked on behalf of this listener; the extension may be gone.
     *
     * @param audiences whose tokens have its claims
     */
    public EventHandler handler(Optional<CustomExtension> extension, Set<TokenAudience> audiences) {
        return new EventHandler(
                id,
                extensionId,
                extension.map(own -> own.withPolicy(
                        Objects.requireNonNullElse(timeoutInMilliseconds, own.timeoutInMilliseconds()),
                        Objects.requireNonNullElse(maximumRetries, own.maximumRetries()),
                        Objects.requireNonNullElse(behaviorOnError, own.behaviorOnError()))),
                Optional.ofNullable(migrationAttribute),
                audiences);
    }

    public AuthenticationEventListener withIdAndVersion(String newId, Long newVersion) {
        return with(newId, conditions, extensionId, newVersion);
    }

    public AuthenticationEventListener withConditions(Conditions others) {
        return with(id, others, extensionId, version);
    }

    AuthenticationEventListener withExtension(String otherId) {
        return with(id, conditions, otherId, version);
    }

    private AuthenticationEventListener with(
            String newId, Conditions newConditions, String newExtensionId, Long newVersion) {
        return new AuthenticationEventListener(
                newId,
                name,
                displayName,
                event,
                newConditions,
                priority,
                newExtensionId,
                timeoutInMilliseconds,
                maximumRetries,
                behaviorOnError,
                migrationAttribute,
                newVersion);
    }

    /**
     * The apps that a listener applies to: those that any of the conditions names. Without any it applies to none.
     *
     * @param includeAllApplications every app, those without a user flow too
     * @param includeApplications these apps
     * @param userFlows the apps of these user flows, by flow id
     */
    public record Conditions(
            Boolean includeAllApplications, List<Application> includeApplications, List<String> userFlows) {

        public Conditions {
            includeAllApplications = includeAllApplications == null ? Boolean.FALSE : includeAllApplications;
            includeApplications = includeApplications == null ? List.of() : List.copyOf(includeApplications);
            userFlows = userFlows == null ? List.of() : List.copyOf(userFlows);
        }

        public boolean names(String clientId) {
            return includeApplications.contains(new Application(clientId));
        }

        public Conditions withApplications(List<Application> others) {
            return new Conditions(includeAllApplications, others, userFlows);
        }

        public Conditions withUserFlows(List<String> others) {
            return new Conditions(includeAllApplications, includeApplications, others);
        }

        /** Returns by which condition it applies, the most specific one, or nothing where it does not. */
        Optional<Reach> reach(String clientId, Optional<String> userFlowId) {
            if (names(clientId)) {
                return Optional.of(Reach.APPLICATION);
            }
            if (userFlowId.filter(userFlows::contains).isPresent()) {
                return Optional.of(Reach.USER_FLOW);
            }
            return includeAllApplications ? Optional.of(Reach.ALL_APPLICATIONS) : Optional.empty();
        }
    }

    /** @param appId the client id */
    public record Application(String appId) {}

    /** By what a listener applies to an app, the least specific first. */
    enum Reach {
        ALL_APPLICATIONS,
        USER_FLOW,
        APPLICATION
    }
}
