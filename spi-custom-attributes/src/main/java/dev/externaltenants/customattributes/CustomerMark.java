package dev.externaltenants.customattributes;

/** User attributes by which the tenant notes something about an account; none is of the catalogue. */
public final class CustomerMark {

    /** When the customer was deleted, who may be restored for a while. */
    public static final String DELETED = "xt.deletedAt";

    /** The id of the newest invitation, the only one whose link is good. */
    public static final String INVITATION = "xt.invitation";

    private CustomerMark() {}
}
