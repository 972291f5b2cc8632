package dev.externaltenants.customattributes;

import dev.externaltenants.userflow.consent.ConsentMark;

/** User attributes by which the tenant notes something about an account; none is of the catalogue. */
public final class CustomerMark {

    /** When the customer was deleted, who may be restored for a while. */
    public static final String DELETED = "xt.deletedAt";

    /** The id of the newest invitation, the only one whose link is good. */
    public static final String INVITATION = "xt.invitation";

    /** What the customer answered about documents. */
    public static final String CONSENTS = ConsentMark.USER_ATTRIBUTE;

    private CustomerMark() {}
}
