package dev.externaltenants.userflow.token;

import dev.externaltenants.userflow.metrics.ResultCounter;

/** Why an app gets no tokens, or no assertion, though its customer came that far, and how often. */
public enum TokenRefusal {
    /** The app's user flow is disabled or unknown, or the app overrides the tenant's flows. */
    APP_UNAVAILABLE("The app's user flow is not available."),
    /** The session does not reach the level that the app's user flow requires. */
    LEVEL_NOT_REACHED("The session does not reach the level of authentication that the app's user flow requires."),
    /** The session comes from an identity provider that the app's user flow does not list. */
    PROVIDER_NOT_OFFERED("The app's user flow does not list the identity provider that the customer signed in with."),
    /** The customer came from an identity provider, past the steps that the tenant has for that. */
    PROVIDER_NOT_CHECKED("The steps after the sign-in with the identity provider were not passed."),
    /** What the session was made of has ended: another password since, or an end of all that the account had open. */
    SIGN_IN_ENDED("What the session was made of has ended since."),
    /** The customer came past the question for a consent that the app's user flow requires. */
    CONSENT_MISSING("The customer has not given a consent that the app's user flow requires."),
    /** A custom extension failed that tokens must not do without. */
    EXTENSION_FAILED("A custom authentication extension failed."),
    /** The app has a claims mapping that breaks a rule, as of an import. */
    CLAIMS_MAPPING_INVALID("The app's claims mapping is not valid.");

    private static final ResultCounter<TokenRefusal> REFUSALS =
            new ResultCounter<>("xt.token.refused", TokenRefusal.class, "reason", ResultCounter::lowerCase);

    private final String description;

    TokenRefusal(String description) {
        this.description = description;
    }

    /** For the app's developer, in English. */
    String description() {
        return description;
    }

    /** Makes the counters appear, with 0, before the first refusal. */
    static void register() {
        // loading this class is all it takes
    }

    public void count() {
        REFUSALS.count(this);
    }
}
