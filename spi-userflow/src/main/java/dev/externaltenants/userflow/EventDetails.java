package dev.externaltenants.userflow;

/** The details that our steps add to Keycloak's user events. */
public final class EventDetails {

    /** The name of the app's user flow. */
    public static final String USER_FLOW = "xt_user_flow";

    /** By which means the customer proved something, such as {@code email_otp}. */
    public static final String METHOD = "xt_method";

    /** The method of whoever typed a code that came by e-mail. */
    public static final String EMAIL_OTP = "email_otp";

    private EventDetails() {}
}
