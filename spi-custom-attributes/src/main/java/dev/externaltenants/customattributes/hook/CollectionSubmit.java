package dev.externaltenants.customattributes.hook;

import java.util.List;
import java.util.Map;

/** What a hook says to the customer's answers. */
public sealed interface CollectionSubmit {

    /** Create the account. */
    record Continue() implements CollectionSubmit {}

    /**
     * Create the account with these values in place of the customer's, held to the same rules.
     *
     * @param values by attribute name, with an empty list for no value; one that the flow does not collect, or that is both
     *     hidden and not editable, is left out
     */
    record Modify(Map<String, List<String>> values) implements CollectionSubmit {}

    /**
     * Show the page again: plain text in the customer's language.
     *
     * @param message about the page as a whole, or null
     * @param errors by attribute name
     */
    record Invalid(String message, Map<String, String> errors) implements CollectionSubmit {}

    /** Let nobody sign up. */
    record Block(BlockPage page) implements CollectionSubmit {}

    /** Create no account until the hook works again. */
    record Failed(HookFailure failure) implements CollectionSubmit {}
}
