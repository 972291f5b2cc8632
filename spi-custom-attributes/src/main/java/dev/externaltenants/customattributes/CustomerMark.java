package dev.externaltenants.customattributes;

/** User attributes by which the tenant notes something about a customer; none is of the catalogue. */
public final class CustomerMark {

    /** When the customer was deleted, who may be restored for a while. */
    public static final String DELETED = "xt.deletedAt";

    private CustomerMark() {}
}
