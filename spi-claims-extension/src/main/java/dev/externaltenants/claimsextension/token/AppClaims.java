package dev.externaltenants.claimsextension.token;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.mapping.AppClaimsMapping;
import dev.externaltenants.claimsextension.mapping.ClaimNames;
import dev.externaltenants.claimsextension.mapping.ClaimsMapping;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;

/** What an app gets of an answer: by its own mapping, or else by that of the extension. */
record AppClaims(ClaimNames names, Optional<ClaimsMapping> mapping) {

    /** @throws TenantException when the app has a mapping that breaks a rule */
    static AppClaims of(ClientModel app) {
        return new AppClaims(ClaimNames.of(app), AppClaimsMapping.of(app));
    }

    /** Returns what there is without any extension. */
    Map<String, Object> withoutAnswer() {
        return mapping.map(own -> own.claims(Map.of(), names)).orElse(Map.of());
    }

    Map<String, Object> of(CustomExtension extension, Map<String, Object> answered) {
        return mapping.map(own -> own.claims(answered, names))
                .orElseGet(() -> extension.answeredClaims().permitted(answered, names::permit));
    }

    /** Returns the first claim that the app cannot get with the value that was answered. */
    Optional<String> unsuitable(CustomExtension extension, Map<String, Object> answered) {
        if (mapping.isPresent()) {
            return mapping.get().unsuitable(answered, names);
        }
        return names == ClaimNames.TOKEN ? extension.answeredClaims().unsuitable(answered) : Optional.empty();
    }

    /** Returns the keys of the answer that the app gets something of. */
    Set<String> ids(CustomExtension extension) {
        return mapping.map(ClaimsMapping::ids)
                .orElseGet(() -> extension.answeredClaims().ids());
    }
}
