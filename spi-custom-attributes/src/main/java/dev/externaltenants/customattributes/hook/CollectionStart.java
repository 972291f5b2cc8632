package dev.externaltenants.customattributes.hook;

import java.util.List;
import java.util.Map;

/** What a hook says before the page is shown. */
public sealed interface CollectionStart {

    /** Show the page as the flow describes it. */
    record Continue() implements CollectionStart {}

    /**
     * Show the page with these values filled in. Hidden and read-only fields take them, too, but none that is both.
     *
     * @param values by attribute name; one that the flow does not collect or the field would refuse is left out
     */
    record Prefill(Map<String, List<String>> values) implements CollectionStart {}

    /** Let nobody sign up. */
    record Block(BlockPage page) implements CollectionStart {}

    /** Let nobody sign up until the hook works again. */
    record Failed(HookFailure failure) implements CollectionStart {}
}
