package dev.externaltenants.claimsextension;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.externaltenants.userflow.TenantException;

/** What each means of proof needs, and what it has no use for. */
final class CallerAuthenticationRules {

    private static final Pattern APP_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern ISSUER = Pattern.compile("https?://[!-~]{1,250}");

    /** With its first letter, no header that HTTP itself reads. */
    private static final Pattern HEADER = Pattern.compile("[Xx]-[A-Za-z0-9-]{1,62}");

    private static final Pattern PLAIN = Pattern.compile("[ -~]{1,1000}");

    private static final int MAX_PEM = 16_384;

    private static final Pattern PEM = Pattern.compile("[ -~\\s]{1," + MAX_PEM + "}");

    private static final int MIN_HMAC_CHARACTERS = 16;

    private CallerAuthenticationRules() {}

    /**
     * @param url refuses what an extension must not call
     * @throws TenantException naming the first member that breaks a rule
     */
    static void check(CallerAuthentication given, Consumer<String> url) {
        require(given.type() != null, "type", "BEARER, OAUTH2_CLIENT_CREDENTIALS, HMAC or MTLS.");
        switch (given.type()) {
            case BEARER -> checkBearer(given);
            case OAUTH2_CLIENT_CREDENTIALS -> checkClientCredentials(given, url);
            case HMAC -> checkHmac(given);
            case MTLS -> checkCertificate(given);
        }
    }

    private static void checkBearer(CallerAuthentication given) {
        absent(given.certificate(), "certificate");
        absent(given.tokenEndpoint(), "tokenEndpoint");
        absent(given.clientId(), "clientId");
        absent(given.scope(), "scope");
        absent(given.header(), "header");
        absent(given.secret(), "secret");
        optional(ISSUER, given.issuer(), "issuer", "An http or https URL of at most 255 characters.");
        optional(APP_ID, given.appId(), "appId", "A GUID.");
    }

    private static void checkClientCredentials(CallerAuthentication given, Consumer<String> url) {
        absent(given.issuer(), "issuer");
        absent(given.appId(), "appId");
        absent(given.header(), "header");
        absent(given.certificate(), "certificate");
        url.accept(given.tokenEndpoint());
        require(
                given.clientId() != null && PLAIN.matcher(given.clientId()).matches(),
                "clientId",
                "1 to 1000 characters of ASCII.");
        optional(PLAIN, given.scope(), "scope", "1 to 1000 characters of ASCII.");
        checkSecret(given, 1, PLAIN);
    }

    private static void checkHmac(CallerAuthentication given) {
        absent(given.issuer(), "issuer");
        absent(given.appId(), "appId");
        absent(given.tokenEndpoint(), "tokenEndpoint");
        absent(given.clientId(), "clientId");
        absent(given.scope(), "scope");
        absent(given.certificate(), "certificate");
        optional(HEADER, given.header(), "header", "X- and 1 to 62 letters, digits or -");
        checkSecret(given, MIN_HMAC_CHARACTERS, PLAIN);
    }

    private static void checkCertificate(CallerAuthentication given) {
        absent(given.issuer(), "issuer");
        absent(given.appId(), "appId");
        absent(given.tokenEndpoint(), "tokenEndpoint");
        absent(given.clientId(), "clientId");
        absent(given.scope(), "scope");
        absent(given.header(), "header");
        require(
                given.certificate() != null && given.certificate().length() <= MAX_PEM && isChain(given.certificate()),
                "certificate",
                "1 to 5 certificates in PEM, that of the key first.");
        checkSecret(given, 1, PEM);
        require(
                given.isInVault() || given.keepsSecret() || isKey(given),
                "secret",
                "The certificate's private key in PEM (PKCS#8, not encrypted), RSA or EC.");
    }

    private static boolean isChain(String certificate) {
        try {
            return !ClientCertificate.chain(certificate).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isKey(CallerAuthentication given) {
        try {
            return ClientCertificate.of(given.certificate(), given.secret()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkSecret(CallerAuthentication given, int minimum, Pattern pattern) {
        String secret = given.secret();
        if (secret == null) {
            throw TenantException.invalid(
                    "xt_extension_secret_missing", "authentication.secret", "A secret is needed.");
        }
        require(
                given.isInVault() || !secret.startsWith("${"),
                "secret",
                "Of the vault only ${vault.extension…}, with letters, digits, . and -");
        require(
                given.keepsSecret()
                        || (secret.length() >= minimum
                                && pattern.matcher(secret).matches()),
                "secret",
                minimum + (pattern == PEM ? " to 16384" : " to 1000") + " characters of ASCII.");
    }

    private static void absent(String value, String member) {
        require(value == null, member, "This type of authentication has no such member.");
    }

    private static void optional(Pattern pattern, String value, String member, String description) {
        require(value == null || pattern.matcher(value).matches(), member, description);
    }

    private static void require(boolean holds, String member, String description) {
        if (!holds) {
            throw TenantException.invalid(
                    "xt_extension_authentication_invalid", "authentication." + member, description);
        }
    }
}
