package dev.externaltenants.emailotp.signin;

import java.util.Locale;
import java.util.Optional;

import org.keycloak.services.validation.Validation;

/** An address in the one spelling that everything is counted by. */
record EmailAddress(String value) {

    private static final int MAX_LENGTH = 255;

    static Optional<EmailAddress> parse(String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(Validation::isEmailValid)
                .map(EmailAddress::new);
    }
}
