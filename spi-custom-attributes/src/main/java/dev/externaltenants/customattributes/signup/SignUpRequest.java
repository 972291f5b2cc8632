package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a new customer submitted.
 *
 * @param address proven by the customer
 * @param locale in which the customer was spoken to
 * @param values by attribute name
 * @param password as typed; of no meaning where the flow's accounts have none
 * @param passwordConfirmation as typed the second time
 */
public record SignUpRequest(
        ProvenAddress address,
        Locale locale,
        Map<String, List<String>> values,
        String password,
        String passwordConfirmation) {

    /** Tells nothing of what the customer typed, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SignUpRequest[" + values.size() + " values]";
    }
}
