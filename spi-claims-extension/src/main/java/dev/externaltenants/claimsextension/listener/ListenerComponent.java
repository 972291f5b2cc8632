package dev.externaltenants.claimsextension.listener;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** A listener as a component of the realm: flat, readable keys, the conditions as JSON. */
final class ListenerComponent {

    static final String PROVIDER_TYPE = AuthenticationEventListenerProvider.class.getName();

    private static final String DISPLAY_NAME = "displayName";
    private static final String EVENT = "event";
    private static final String CONDITIONS = "conditions";
    private static final String PRIORITY = "priority";
    private static final String EXTENSION = "extensionId";
    private static final String TIMEOUT = "timeoutInMilliseconds";
    private static final String RETRIES = "maximumRetries";
    private static final String BEHAVIOR = "behaviorOnError";
    private static final String MIGRATION_ATTRIBUTE = "migrationAttribute";
    private static final String VERSION = "version";

    static final List<String> KEYS = List.of(
            DISPLAY_NAME,
            EVENT,
            CONDITIONS,
            PRIORITY,
            EXTENSION,
            TIMEOUT,
            RETRIES,
            BEHAVIOR,
            MIGRATION_ATTRIBUTE,
            VERSION);

    private static final String PARSED_NOTE = "xt.eventListener";

    private ListenerComponent() {}

    static boolean holdsOne(ComponentModel component) {
        return component != null && PROVIDER_TYPE.equals(component.getProviderType());
    }

    static ComponentModel of(RealmModel realm, AuthenticationEventListener listener) {
        ComponentModel component = new ComponentModel();
        component.setId(listener.id());
        component.setParentId(realm.getId());
        component.setProviderType(PROVIDER_TYPE);
        component.setProviderId(ComponentListenerProviderFactory.ID);
        component.setName(listener.name());
        put(component, DISPLAY_NAME, listener.displayName());
        put(component, EVENT, listener.event());
        put(component, CONDITIONS, listener.conditions() == null ? null : Json.write(listener.conditions()));
        put(component, PRIORITY, listener.priority());
        put(component, EXTENSION, listener.extensionId());
        put(component, TIMEOUT, listener.timeoutInMilliseconds());
        put(component, RETRIES, listener.maximumRetries());
        put(component, BEHAVIOR, listener.behaviorOnError());
        put(component, MIGRATION_ATTRIBUTE, listener.migrationAttribute());
        put(component, VERSION, listener.version());
        return component;
    }

    /** Returns the stored listener, parsed once per cached component. */
    static AuthenticationEventListener read(ComponentModel component) {
        AuthenticationEventListener known = component.getNote(PARSED_NOTE);
        if (known != null) {
            return known;
        }
        AuthenticationEventListener listener = parse(component);
        component.setNote(PARSED_NOTE, listener);
        return listener;
    }

    /** @throws TenantException when a value is not of its type, as in a realm file written by hand */
    static AuthenticationEventListener parse(ComponentModel component) {
        String conditions = component.get(CONDITIONS);
        Long version = number(component, VERSION);
        return new AuthenticationEventListener(
                component.getId(),
                component.getName(),
                component.get(DISPLAY_NAME),
                oneOf(component, EVENT, AuthenticationEvent.values()),
                conditions == null ? null : conditions(conditions),
                integer(component, PRIORITY),
                component.get(EXTENSION),
                integer(component, TIMEOUT),
                integer(component, RETRIES),
                oneOf(component, BEHAVIOR, BehaviorOnError.values()),
                component.get(MIGRATION_ATTRIBUTE),
                version == null ? 1L : version);
    }

    private static Conditions conditions(String json) {
        try {
            return Json.read(json, Conditions.class);
        } catch (TenantException refused) {
            throw refused.at(CONDITIONS);
        }
    }

    private static void put(ComponentModel component, String key, Object value) {
        if (value != null) {
            component.put(key, value.toString());
        }
    }

    private static Integer integer(ComponentModel component, String key) {
        Long value = number(component, key);
        return value == null ? null : Math.toIntExact(Math.min(value, Integer.MAX_VALUE));
    }

    private static Long number(ComponentModel component, String key) {
        String value = component.get(key);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw TenantException.invalid("xt_invalid_value", key, "A whole number.");
        }
    }

    private static <T> T oneOf(ComponentModel component, String key, T[] values) {
        String value = component.get(key);
        if (value == null) {
            return null;
        }
        return Stream.of(values)
                .filter(allowed -> Objects.equals(allowed.toString(), value))
                .findFirst()
                .orElseThrow(() ->
                        TenantException.invalid("xt_invalid_value", key, "Allowed are: " + List.of(values) + "."));
    }
}
