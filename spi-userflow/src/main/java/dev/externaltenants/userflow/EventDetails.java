package dev.externaltenants.userflow;

/** The details that our steps add to Keycloak's user events. */
public final class EventDetails {

    /** The name of the app's user flow. */
    public static final String USER_FLOW = "xt_user_flow";

    /** By which means the customer proved something, such as {@code email_otp}. */
    public static final String METHOD = "xt_method";

    /** The id of the trusted device that stood in for the second factor. */
    public static final String TRUSTED_DEVICE = "xt_trusted_device";

    /** The id of the device that the customer trusts from now on. */
    public static final String NEW_TRUSTED_DEVICE = "xt_new_trusted_device";

    /** What became of a password that another system held: {@code migrated}, {@code must_change}. */
    public static final String MIGRATION = "xt_migration";

    /** The method of whoever typed a code that came by e-mail. */
    public static final String EMAIL_OTP = "email_otp";

    private EventDetails() {}
}
