package dev.externaltenants.claimsextension;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A REST API of the tenant that is asked at a step of sign-in, as Entra's custom authentication extension.
 *
 * @param id assigned by the server, immutable
 * @param name unique in the tenant: letters, digits, {@code . _ -}, at most 64 characters
 * @param displayName what administrators see; the name when absent
 * @param targetUrl where the API is called: https, or http on hosts the operator allows
 * @param resourceId the audience of the token the API is called with; {@code api://{host}/{id}} when absent
 * @param timeoutInMilliseconds how long one try may take, 200 to 2000
 * @param maximumRetries tries after the first, 0 or 1
 * @param behaviorOnError what happens to the sign-in when no try succeeds
 * @param encryptionKey to which passwords are encrypted that it is asked about; only event password submit needs one
 * @param claims what of the answer reaches tokens; nothing else does
 * @param keepAnswerFor what the answer to a sign-in is kept for with the customer's session; nothing when empty
 * @param cacheInSeconds how long a node may answer from memory at token issuance start, 1 to 3600; nothing is when 0
 * @param otpCodeName what the code is called at OTP send, since Entra's page and handlers in use differ in it
 * @param authentication by what the API knows us; a token that the realm signs when absent
 * @param version rises with every change, for optimistic locking; null before it is stored
 */
public record CustomExtension(
        String id,
        String name,
        String displayName,
        String targetUrl,
        String resourceId,
        Integer timeoutInMilliseconds,
        Integer maximumRetries,
        BehaviorOnError behaviorOnError,
        EncryptionKey encryptionKey,
        List<ClaimMapping> claims,
        List<AnswerUse> keepAnswerFor,
        Integer cacheInSeconds,
        String otpCodeName,
        CallerAuthentication authentication,
        Long version) {

    /** At most this many in a tenant. Source: Entra service limits. */
    public static final int LIMIT = 100;

    /** What the code is called on Entra's page of the event. Source: wire-contracts A.7. */
    public static final String OTP_CODE_NAME = "oneTimeCode";

    /** What handlers read that were written by Entra's samples. Source: wire-contracts A.7. */
    static final String OTP_CODE_NAME_OF_SAMPLES = "onetimecode";

    /** What happens to the sign-in when the API does not answer as it should. */
    public enum BehaviorOnError {
        /** No token is issued. */
        FAIL,
        /** Tokens are issued without the API's claims. */
        CONTINUE
    }

    /** What the answer of the last token response serves for, beside the tokens of this response. */
    public enum AnswerUse {
        /** Refreshed tokens have its claims, and the API is not called for them. */
        REFRESH,
        /** Userinfo shows its claims; the API is never called for it. */
        USERINFO
    }

    /**
     * One claim of the answer that reaches tokens.
     *
     * @param claimIdInApiResponse its key in the answer, case-sensitive
     * @param claim its name in tokens; the key when absent
     * @param type what it is in tokens; null stands for a string or a list of strings, as Entra has it
     */
    public record ClaimMapping(String claimIdInApiResponse, String claim, ClaimType type) {

        public ClaimMapping {
            claim = claim == null ? claimIdInApiResponse : claim;
            type = type == ClaimType.STRING ? null : type;
        }

        public ClaimMapping(String claimIdInApiResponse, String claim) {
            this(claimIdInApiResponse, claim, null);
        }
    }

    public CustomExtension {
        displayName = displayName == null ? name : displayName;
        timeoutInMilliseconds = timeoutInMilliseconds == null ? 1000 : timeoutInMilliseconds;
        maximumRetries = maximumRetries == null ? 1 : maximumRetries;
        behaviorOnError = behaviorOnError == null ? BehaviorOnError.FAIL : behaviorOnError;
        claims = claims == null ? List.of() : List.copyOf(claims);
        cacheInSeconds = cacheInSeconds == null ? 0 : cacheInSeconds;
        otpCodeName = otpCodeName == null ? OTP_CODE_NAME : otpCodeName;
        keepAnswerFor = keepAnswerFor == null
                ? List.of()
                : List.copyOf(keepAnswerFor).stream().distinct().sorted().toList();
    }

    /** Returns what apps get of its answers. */
    public AnsweredClaims answeredClaims() {
        return new AnsweredClaims(claims);
    }

    /** Returns the id that the token of a call names as caller; nothing where a call has no token of the realm. */
    public Optional<String> callerId() {
        if (authentication == null) {
            return Optional.of(CallerAuthentication.ENTRA_EVENTS_APP);
        }
        return authentication.type() == CallerAuthentication.Means.BEARER
                ? Optional.of(
                        authentication.appId() == null ? CallerAuthentication.ENTRA_EVENTS_APP : authentication.appId())
                : Optional.empty();
    }

    /** Returns what stands for this API as it is set up now: what was learnt of it ends with a change, such as that it is down. */
    public String versionedId() {
        return id + "." + version;
    }

    /** Returns whether it has a secret that nothing may show; a reference to the vault is none. */
    public boolean holdsSecret() {
        return authentication != null && authentication.secret() != null && !authentication.isInVault();
    }

    /** Returns whether it was written with a secret that the stored one does not have. */
    public boolean givesOtherSecretThan(CustomExtension stored) {
        return holdsSecret()
                && !authentication.keepsSecret()
                && (stored.authentication == null || !authentication.secret().equals(stored.authentication.secret()));
    }

    /** Returns the extension so that a secret which is left out stays the stored one. */
    public CustomExtension meaningStoredSecret() {
        boolean leftOut = authentication != null
                && authentication.secret() == null
                && authentication.type() != CallerAuthentication.Means.BEARER;
        return leftOut ? withSecret(CallerAuthentication.MASK) : this;
    }

    CustomExtension withSecret(String secret) {
        return new CustomExtension(
                id,
                name,
                displayName,
                targetUrl,
                resourceId,
                timeoutInMilliseconds,
                maximumRetries,
                behaviorOnError,
                encryptionKey,
                claims,
                keepAnswerFor,
                cacheInSeconds,
                otpCodeName,
                authentication.withSecret(secret),
                version);
    }

    public CustomExtension withVersion(Long newVersion) {
        return with(id, resourceId, newVersion);
    }

    public CustomExtension withId(String newId) {
        return with(newId, resourceId, version);
    }

    CustomExtension withDefaultResourceId() {
        return resourceId == null ? with(id, defaultResourceId(), version) : this;
    }

    /** Returns the extension as it was given: the default has its id, and so is another one in another tenant. */
    public CustomExtension withoutDefaultResourceId() {
        return id != null && defaultResourceId().equals(resourceId) ? with(id, null, version) : this;
    }

    private String defaultResourceId() {
        return "api://" + URI.create(targetUrl).getHost() + "/" + id;
    }

    /** Returns the extension as a listener has it asked. */
    public CustomExtension withPolicy(Integer timeout, Integer retries, BehaviorOnError onError) {
        return new CustomExtension(
                id,
                name,
                displayName,
                targetUrl,
                resourceId,
                timeout,
                retries,
                onError,
                encryptionKey,
                claims,
                keepAnswerFor,
                cacheInSeconds,
                otpCodeName,
                authentication,
                version);
    }

    private CustomExtension with(String newId, String newResourceId, Long newVersion) {
        return new CustomExtension(
                newId,
                name,
                displayName,
                targetUrl,
                newResourceId,
                timeoutInMilliseconds,
                maximumRetries,
                behaviorOnError,
                encryptionKey,
                claims,
                keepAnswerFor,
                cacheInSeconds,
                otpCodeName,
                authentication,
                newVersion);
    }
}
