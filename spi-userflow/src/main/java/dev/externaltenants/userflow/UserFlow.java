package dev.externaltenants.userflow;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.externaltenants.userflow.input.AttributeInput;

/**
 * What customers of the apps mapped to it see and must do: the one object an operator configures.
 *
 * <p>Facts: Entra's {@code externalUsersSelfServiceSignUpEventsFlow}; a tenant has at most {@link #LIMIT} of them and an
 * app has at most one.
 *
 * @param id assigned by the server, immutable
 * @param name unique in the tenant: letters, digits, {@code . _ -}, at most 64 characters
 * @param displayName what administrators see; the name when absent
 * @param description free text for administrators, or null
 * @param enabled apps of a disabled flow are refused
 * @param signUp whether and how customers create an account
 * @param identityProviders aliases of the tenant's providers that customers of the flow may use, in page order
 * @param attributes what sign-up asks, in page order
 * @param mfa whether sign-in asks a second factor
 * @param trustedDevices whether and for how long a device on which the second factor was proven stands in for it
 * @param passwordReset whether customers set another password for one that they forgot
 * @param extensions custom authentication extensions by event
 * @param version rises with every change, for optimistic locking
 */
public record UserFlow(
        String id,
        String name,
        String displayName,
        String description,
        Boolean enabled,
        SignUp signUp,
        List<String> identityProviders,
        List<AttributeInput> attributes,
        Mfa mfa,
        TrustedDevices trustedDevices,
        PasswordReset passwordReset,
        Extensions extensions,
        Long version) {

    /** At most this many user flows in a tenant. Source: Entra service limits. */
    public static final int LIMIT = 10;

    /** The client attribute that maps an app to its user flow, by flow id. */
    public static final String CLIENT_ATTRIBUTE = "xt.userFlow";

    /** The client-scope attribute of the tenant's own default scopes, which every app of a user flow has. */
    public static final String TENANT_SCOPE_ATTRIBUTE = "xt.tenantScope";

    public UserFlow {
        displayName = displayName == null ? name : displayName;
        enabled = enabled == null ? Boolean.TRUE : enabled;
        signUp = signUp == null ? SignUp.WITH_PASSWORD : signUp;
        identityProviders = identityProviders == null ? List.of() : List.copyOf(identityProviders);
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        mfa = mfa == null ? Mfa.OFF : mfa;
        trustedDevices = trustedDevices == null ? TrustedDevices.NONE : trustedDevices;
        passwordReset = passwordReset == null ? PasswordReset.ALLOWED : passwordReset;
        extensions = extensions == null ? Extensions.NONE : extensions;
        version = version == null ? 0L : version;
    }

    /** How customers create an account. */
    public record SignUp(Boolean allowed, List<SignUpMethod> methods) {

        static final SignUp WITH_PASSWORD = new SignUp(true, List.of(SignUpMethod.EMAIL_PASSWORD));

        public SignUp {
            allowed = allowed == null ? Boolean.TRUE : allowed;
            methods = methods == null ? List.of(SignUpMethod.EMAIL_PASSWORD) : List.copyOf(methods);
        }
    }

    /** The ways to a new account, and what its customer proves at each sign-in. A flow has exactly one. */
    public enum SignUpMethod {
        /** The address is proven by a one-time passcode, then a password is set. */
        EMAIL_PASSWORD,
        /** The address is proven by a one-time passcode each time; the account has no password. */
        EMAIL_OTP
    }

    /** When sign-in asks a second factor. */
    public enum Mfa {
        OFF,
        REQUIRED
    }

    /**
     * Whether customers may have a device of theirs stand in for the second factor.
     *
     * @param days since the second factor was proven on it; 0 where no device stands in
     */
    public record TrustedDevices(Integer days) {

        /** As other products of this kind allow at most. */
        public static final int MAX_DAYS = 90;

        static final TrustedDevices NONE = new TrustedDevices(0);

        public TrustedDevices {
            days = days == null ? 0 : days;
        }
    }

    /** Whether customers who forgot their password set another one, by a code by e-mail. */
    public record PasswordReset(Boolean allowed) {

        static final PasswordReset ALLOWED = new PasswordReset(true);

        public PasswordReset {
            allowed = allowed == null ? Boolean.TRUE : allowed;
        }
    }

    /**
     * Custom authentication extensions by the event that calls them, each an extension id or null. They go before the
     * tenant's event listeners.
     *
     * @param onTokenIssuanceStart asked for claims just before tokens are issued
     * @param onAttributeCollectionStart asked before the sign-up page is shown
     * @param onAttributeCollectionSubmit asked once the answers to it are good
     * @param onOtpSend takes one-time passcodes to customers
     * @param onPasswordSubmit asked about passwords of accounts that are yet to be migrated
     */
    public record Extensions(
            String onTokenIssuanceStart,
            String onAttributeCollectionStart,
            String onAttributeCollectionSubmit,
            String onOtpSend,
            String onPasswordSubmit) {

        public static final Extensions NONE = new Extensions(null, null, null, null, null);

        /** Returns the extension's id, or null. */
        public String at(AuthenticationEvent event) {
            return switch (event) {
                case TOKEN_ISSUANCE_START -> onTokenIssuanceStart;
                case ATTRIBUTE_COLLECTION_START -> onAttributeCollectionStart;
                case ATTRIBUTE_COLLECTION_SUBMIT -> onAttributeCollectionSubmit;
                case OTP_SEND -> onOtpSend;
                case PASSWORD_SUBMIT -> onPasswordSubmit;
            };
        }

        /** Returns these with each id replaced. */
        public Extensions map(UnaryOperator<String> replacement) {
            return of(event -> at(event) == null ? null : replacement.apply(at(event)));
        }

        /** Returns what the function says of each event: an extension's id, or null. */
        public static Extensions of(Function<AuthenticationEvent, String> ids) {
            return new Extensions(
                    ids.apply(AuthenticationEvent.TOKEN_ISSUANCE_START),
                    ids.apply(AuthenticationEvent.ATTRIBUTE_COLLECTION_START),
                    ids.apply(AuthenticationEvent.ATTRIBUTE_COLLECTION_SUBMIT),
                    ids.apply(AuthenticationEvent.OTP_SEND),
                    ids.apply(AuthenticationEvent.PASSWORD_SUBMIT));
        }
    }

    public boolean signUpAllowed() {
        return enabled && signUp.allowed();
    }

    /** Returns the flow's one method; existing customers keep the one they signed up with. */
    public SignUpMethod method() {
        return signUp.methods().get(0);
    }

    /** Returns false also where the flow's customers have no password. */
    public boolean offersPasswordReset() {
        return enabled && passwordReset.allowed() && method() == SignUpMethod.EMAIL_PASSWORD;
    }

    public boolean requiresMfa() {
        return mfa == Mfa.REQUIRED;
    }

    /** Returns for how many days a device stands in for the second factor; 0 where none does. */
    public int trustedDeviceDays() {
        return enabled && requiresMfa() ? trustedDevices.days() : 0;
    }

    public UserFlow withExtensions(Extensions others) {
        return new UserFlow(
                id,
                name,
                displayName,
                description,
                enabled,
                signUp,
                identityProviders,
                attributes,
                mfa,
                trustedDevices,
                passwordReset,
                others,
                version);
    }

    /** Returns the flow under the id and version that the store gives it. */
    public UserFlow withIdAndVersion(String newId, long newVersion) {
        return new UserFlow(
                newId,
                name,
                displayName,
                description,
                enabled,
                signUp,
                identityProviders,
                attributes,
                mfa,
                trustedDevices,
                passwordReset,
                extensions,
                newVersion);
    }

    /** Returns the flow as it is once the tenant has no provider of this alias any more. */
    public UserFlow withoutIdentityProvider(String alias) {
        return new UserFlow(
                id,
                name,
                displayName,
                description,
                enabled,
                signUp,
                identityProviders.stream()
                        .filter(listed -> !listed.equals(alias))
                        .toList(),
                attributes,
                mfa,
                trustedDevices,
                passwordReset,
                extensions,
                version);
    }
}
