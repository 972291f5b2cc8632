package dev.externaltenants.customattributes.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.LocalText;
import org.keycloak.models.RealmModel;

/** The words beside the box of a consent, in the language that the customer saw, with the marks that made links of them. */
public record ShownLabel(String text) {

    public static ShownLabel of(AttributeInput input, RealmModel realm, Locale language) {
        return new ShownLabel(input.label()
                .in(LocalText.languages(language, realm.getDefaultLocale()))
                .orElse(input.name()));
    }

    /** Returns the SHA-256 of the text's UTF-8, in lower-case hex. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
