package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.HookFailure;

/** How a sign-up begins. */
public sealed interface CollectionPage {

    /**
     * @param fields in page order, hidden ones among them
     * @param values what they have already, by attribute name
     * @param kept what has to come back with the {@link SignUpRequest}, without the customer's hands on it
     */
    record Show(List<SignUpField> fields, Map<String, List<String>> values, Map<String, List<String>> kept)
            implements CollectionPage {}

    /** Nobody signs up here now. */
    record Blocked(BlockPage page) implements CollectionPage {}

    /** A hook does not work, and nobody signs up without it. */
    record Failed(HookFailure failure) implements CollectionPage {}
}
