package dev.externaltenants.customattributes.collection;

import java.util.Locale;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.consent.ShownLabel;
import dev.externaltenants.userflow.input.AttributeInput;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the page said that the customer saw. An operator may change the document while the page is open, and a tick beside the
 * old words is no consent to the new.
 */
record ShownConsents(AuthenticationSessionModel signIn, RealmModel realm, Locale language) {

    private static final String NOTE = "xt.consents.shown.";

    void store(Stream<AttributeInput> inputs) {
        inputs.filter(input -> input.consent() != null)
                .forEach(input -> signIn.setAuthNote(NOTE + input.name(), fingerprint(input)));
    }

    /** Returns whether the customer saw it as it is now. */
    boolean hold(AttributeInput input) {
        return fingerprint(input).equals(signIn.getAuthNote(NOTE + input.name()));
    }

    private String fingerprint(AttributeInput input) {
        return String.join(
                " ",
                ShownLabel.of(input, realm, language).hash(),
                input.consent().version(),
                input.consent().document());
    }
}
