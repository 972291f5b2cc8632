package dev.externaltenants.customattributes.hook;

import org.keycloak.provider.Provider;

/**
 * Has a say in what a sign-up collects: before its page is shown, and once the customer's answers are good. Both are called
 * within the request, so a hook that asks somebody else keeps to a deadline.
 *
 * <p>Facts: Entra's events {@code onAttributeCollectionStart} and {@code onAttributeCollectionSubmit}.
 */
public interface AttributeCollectionHook extends Provider {

    /** Called whenever the page is about to be shown anew, also where it would have no field. */
    CollectionStart onStart(AttributeCollection collection);

    /** Called when every answer is good, just before the account is created. The password is not among them. */
    CollectionSubmit onSubmit(AttributeCollection collection);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
