package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

/**
 * What a new customer submitted.
 *
 * @param applicant who it was
 * @param values by attribute name
 * @param kept of {@link CollectionPage.Show}, unseen by the customer since
 * @param password as typed; of no meaning where the account has none
 * @param passwordConfirmation as typed the second time
 */
public record SignUpRequest(
        Applicant applicant,
        Map<String, List<String>> values,
        Map<String, List<String>> kept,
        String password,
        String passwordConfirmation) {

    /** Tells nothing of what the customer typed, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SignUpRequest[" + values.size() + " values]";
    }
}
