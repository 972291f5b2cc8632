package dev.externaltenants.userflow.consent;

import java.util.List;
import java.util.Optional;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.AttributeInput;
import org.keycloak.models.UserModel;

/** What a customer is still to be asked by a user flow. It reads the cached account only, as each sign-in looks here. */
public final class DueConsents {

    private DueConsents() {}

    /** Returns the fields in page order. */
    public static List<AttributeInput> of(UserFlow flow, UserModel customer) {
        List<AttributeInput> consents = flow.attributes().stream()
                .filter(input -> input.consent() != null)
                .toList();
        if (consents.isEmpty()) {
            return List.of();
        }
        List<ConsentMark> marks = ConsentMark.of(customer).toList();
        return consents.stream()
                .filter(input -> isDue(input, marks, isTicked(input, customer)))
                .toList();
    }

    /**
     * An answer counts for its version of the document alone. A box that was ticked elsewhere, as at the account console, is
     * no consent, for nothing shows to what; one that was unticked elsewhere takes a required consent back.
     */
    private static boolean isDue(AttributeInput input, List<ConsentMark> marks, boolean ticked) {
        Optional<ConsentMark> answer =
                marks.stream().filter(mark -> mark.answers(input)).findFirst();
        if (answer.isEmpty()) {
            return true;
        }
        boolean given = answer.get().given();
        return input.required() ? !given || !ticked : !given && ticked;
    }

    /** A consent is a custom attribute, whose user attribute has its name. */
    private static boolean isTicked(AttributeInput input, UserModel customer) {
        return Boolean.parseBoolean(customer.getFirstAttribute(input.name()));
    }
}
