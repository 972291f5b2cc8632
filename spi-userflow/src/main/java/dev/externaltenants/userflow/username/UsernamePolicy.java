package dev.externaltenants.userflow.username;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.BoundedPattern;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Whether customers of a tenant sign in by user name beside their e-mail address, and by which names.
 *
 * @param patterns regular expressions of which a name matches one; without any, every name will do
 */
public record UsernamePolicy(boolean enabled, List<String> patterns) {

    public static final int MAX_PATTERNS = 2;

    /** The keys of the tenant's component. */
    public static final String ENABLED = "usernames";

    public static final String PATTERNS = "usernamePatterns";

    private static final String PARSED = "xt.usernamePolicy";
    private static final UsernamePolicy OFF = new UsernamePolicy(false, List.of());
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    public UsernamePolicy {
        patterns = List.copyOf(patterns);
    }

    /** A look-up in the realm cache. */
    public static UsernamePolicy of(RealmModel realm) {
        return TenantSettings.component(realm).map(UsernamePolicy::read).orElse(OFF);
    }

    /** The parsed form stays on the model, which the realm cache keeps until the component changes. */
    private static UsernamePolicy read(ComponentModel tenant) {
        UsernamePolicy parsed = tenant.getNote(PARSED);
        if (parsed == null) {
            String json = tenant.get(PATTERNS);
            parsed = new UsernamePolicy(tenant.get(ENABLED, false), json == null ? List.of() : Json.read(json, TEXTS));
            tenant.setNote(PARSED, parsed);
        }
        return parsed;
    }

    /** Returns the name as it is stored, or nothing when nobody signs in by it here. */
    public Optional<Username> accepted(String typed) {
        return enabled ? Username.parse(typed).filter(this::matches) : Optional.empty();
    }

    private boolean matches(Username name) {
        return patterns.isEmpty()
                // Names have no capitals, and patterns may.
                || patterns.stream().anyMatch(pattern -> BoundedPattern.ignoringCase(pattern)
                        .matches(name.value()));
    }
}
