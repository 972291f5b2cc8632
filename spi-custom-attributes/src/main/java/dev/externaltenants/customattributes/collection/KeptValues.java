package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the page does not carry between its being shown and its being submitted, so that no customer can change it. */
final class KeptValues {

    private static final String NOTE = "xt.keptValues";

    private final AuthenticationSessionModel signUp;

    KeptValues(AuthenticationSessionModel signUp) {
        this.signUp = signUp;
    }

    void store(Map<String, List<String>> values) {
        if (values.isEmpty()) {
            signUp.removeAuthNote(NOTE);
        } else {
            signUp.setAuthNote(NOTE, Json.write(values));
        }
    }

    Map<String, List<String>> read() {
        String stored = signUp.getAuthNote(NOTE);
        return stored == null ? Map.of() : Json.read(stored, new TypeReference<Map<String, List<String>>>() {});
    }
}
