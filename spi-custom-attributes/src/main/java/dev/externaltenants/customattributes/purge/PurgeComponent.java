package dev.externaltenants.customattributes.purge;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.purge.ValuePurge.Status;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * A purge as a component of the realm, so that every node finds it after a restart and an exported realm takes it along. It
 * changes at the start and at the end only: what is left to do is counted in the database, not noted.
 */
final class PurgeComponent {

    static final String PROVIDER_TYPE = ValuePurgeProvider.class.getName();

    static final String STATUS = "status";
    static final String STARTED_AT = "startedAt";
    static final String FINISHED_AT = "finishedAt";
    static final String ACCOUNTS = "accounts";

    static final List<String> KEYS = List.of(STATUS, STARTED_AT, FINISHED_AT, ACCOUNTS);

    private final ComponentModel component;

    private PurgeComponent(ComponentModel component) {
        this.component = component;
    }

    static Stream<PurgeComponent> list(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), PROVIDER_TYPE).map(PurgeComponent::new);
    }

    static Optional<PurgeComponent> find(RealmModel realm, String attribute) {
        return list(realm).filter(purge -> purge.attribute().equals(attribute)).findFirst();
    }

    static PurgeComponent begin(RealmModel realm, String attribute, long accounts) {
        find(realm, attribute).ifPresent(before -> before.remove(realm));
        ComponentModel component = new ComponentModel();
        component.setParentId(realm.getId());
        component.setProviderType(PROVIDER_TYPE);
        component.setProviderId(ComponentValuePurgeProviderFactory.ID);
        component.setName(attribute);
        component.put(STARTED_AT, now());
        component.put(ACCOUNTS, accounts);
        component.put(STATUS, (accounts == 0 ? Status.DONE : Status.RUNNING).name());
        if (accounts == 0) {
            component.put(FINISHED_AT, now());
        }
        return new PurgeComponent(realm.addComponentModel(component));
    }

    /** @throws TenantException for a realm file that somebody wrote by hand */
    static void check(ComponentModel component) {
        if (component.getName() == null || component.getName().isBlank()) {
            throw TenantException.invalid("xt_invalid_value", "name", "The name of an attribute.");
        }
        if (Arrays.stream(Status.values()).noneMatch(status -> status.name().equals(component.get(STATUS)))) {
            throw TenantException.invalid("xt_invalid_value", STATUS, "RUNNING, DONE or STOPPED.");
        }
        try {
            component.get(ACCOUNTS, 0L);
        } catch (NumberFormatException e) {
            throw TenantException.invalid("xt_invalid_value", ACCOUNTS, "A whole number.");
        }
    }

    String attribute() {
        return component.getName();
    }

    boolean isRunning() {
        return status() == Status.RUNNING;
    }

    void end(RealmModel realm, Status status) {
        ComponentModel ended = new ComponentModel(component);
        ended.put(STATUS, status.name());
        ended.put(FINISHED_AT, now());
        realm.updateComponent(ended);
    }

    void remove(RealmModel realm) {
        realm.removeComponent(component);
    }

    ValuePurge read(long remaining) {
        return new ValuePurge(
                attribute(),
                status(),
                component.get(STARTED_AT),
                component.get(FINISHED_AT),
                component.get(ACCOUNTS, 0L),
                remaining);
    }

    private Status status() {
        return Status.valueOf(component.get(STATUS));
    }

    private static String now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis()).toString();
    }
}
