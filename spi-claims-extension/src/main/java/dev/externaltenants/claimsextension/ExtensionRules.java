package dev.externaltenants.claimsextension;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.TenantException;

/** What a well-formed extension is, whatever door it comes through. */
final class ExtensionRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern RESOURCE_ID = Pattern.compile("[A-Za-z0-9._:/\\[\\]-]{1,255}");

    /** The issuer of a realm and its endpoints, to whom clients show tokens; by any name that the server may have. */
    private static final Pattern OF_A_REALM = Pattern.compile("(?i)https?://[^/]+/(.*/)?realms/.*");

    private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9._:/-]{1,120}");
    private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|[0-9.]+");
    private static final int MAX_CLAIMS = 100;

    /** So long may an API's word count for a customer who has since changed. */
    private static final int MAX_CACHE_SECONDS = 3600;

    private static final Set<String> OTP_CODE_NAMES =
            Set.of(CustomExtension.OTP_CODE_NAME, CustomExtension.OTP_CODE_NAME_OF_SAMPLES);

    private final AllowedHosts allowedHosts;

    ExtensionRules(AllowedHosts allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    /** @throws TenantException when a rule is broken; its field is the JSON path in the extension */
    void check(CustomExtension extension) {
        require(matches(NAME, extension.name()), "xt_extension_name_invalid", "name", "1 to 64 of A-Z a-z 0-9 . _ -");
        require(
                extension.displayName().length() <= 256,
                "xt_extension_display_name_invalid",
                "displayName",
                "At most 256 characters.");
        checkTarget(extension.targetUrl(), "targetUrl");
        require(
                extension.resourceId() == null || matches(RESOURCE_ID, extension.resourceId()),
                "xt_extension_resource_id_invalid",
                "resourceId",
                "1 to 255 of A-Z a-z 0-9 . _ : / -");
        require(
                extension.resourceId() == null || !matches(OF_A_REALM, extension.resourceId()),
                "xt_extension_resource_id_invalid",
                "resourceId",
                "The address of a realm is the audience of tokens for the realm itself.");
        require(
                extension.timeoutInMilliseconds() >= 200 && extension.timeoutInMilliseconds() <= 2000,
                "xt_extension_timeout_invalid",
                "timeoutInMilliseconds",
                "200 to 2000.");
        require(
                extension.maximumRetries() == 0 || extension.maximumRetries() == 1,
                "xt_extension_retries_invalid",
                "maximumRetries",
                "0 or 1.");
        require(
                extension.cacheInSeconds() >= 0 && extension.cacheInSeconds() <= MAX_CACHE_SECONDS,
                "xt_extension_cache_invalid",
                "cacheInSeconds",
                "0 to " + MAX_CACHE_SECONDS + ".");
        require(
                OTP_CODE_NAMES.contains(extension.otpCodeName()),
                "xt_extension_otp_code_name_invalid",
                "otpCodeName",
                "oneTimeCode or onetimecode.");
        checkEncryptionKey(extension.encryptionKey());
        checkClaims(extension.claims());
        if (extension.authentication() != null) {
            CallerAuthenticationRules.check(
                    extension.authentication(), url -> checkTarget(url, "authentication.tokenEndpoint"));
        }
    }

    private void checkTarget(String targetUrl, String field) {
        URI target = parsed(targetUrl, field);
        String scheme = target.getScheme();
        boolean allowed = allowedHosts.contain(target.getHost());
        require(
                "https".equalsIgnoreCase(scheme) || (allowed && "http".equalsIgnoreCase(scheme)),
                "xt_extension_url_not_allowed",
                field,
                "Only https is allowed.");
        require(
                allowed || !isInternalLiteral(target.getHost()),
                "xt_extension_url_not_allowed",
                field,
                "The address is not a public one.");
    }

    private static URI parsed(String targetUrl, String field) {
        URI target = null;
        try {
            target = targetUrl == null || targetUrl.length() > 2048 ? null : new URI(targetUrl);
        } catch (URISyntaxException e) {
            throw invalidUrl(field);
        }
        if (target == null
                || target.getScheme() == null
                || target.getHost() == null
                // Java takes other letters for ASCII, and would send something else than what was typed.
                || !target.toASCIIString().equals(targetUrl)
                || target.getRawUserInfo() != null
                || target.getRawFragment() != null
                || target.getPort() > 65535) {
            throw invalidUrl(field);
        }
        return target;
    }

    private static TenantException invalidUrl(String field) {
        return TenantException.invalid(
                "xt_extension_url_invalid",
                field,
                "An absolute URL of ASCII with a host, without user and fragment, of at most 2048 characters.");
    }

    // Early and clear for literals; names are judged by what they resolve to, when the API is called.
    private static boolean isInternalLiteral(String host) {
        if (!IP_LITERAL.matcher(host).matches()) {
            return "localhost".equalsIgnoreCase(host);
        }
        try {
            return !PublicAddress.is(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static void checkEncryptionKey(EncryptionKey key) {
        if (key != null) {
            require(
                    matches(NAME, key.keyId()),
                    "xt_extension_key_invalid",
                    "encryptionKey.keyId",
                    "1 to 64 of A-Z a-z 0-9 . _ -");
            require(
                    key.publicKey() != null
                            && key.publicKey().length() <= 16_384
                            && key.parsed().isPresent(),
                    "xt_extension_key_invalid",
                    "encryptionKey.publicKey",
                    "An RSA key of 2048 to 4096 bits in PEM: a certificate, or the public key.");
        }
    }

    private static void checkClaims(List<ClaimMapping> claims) {
        require(claims.size() <= MAX_CLAIMS, "xt_extension_claims_too_many", "claims", "At most " + MAX_CLAIMS + ".");
        Set<String> names = new HashSet<>();
        Map<String, Optional<ClaimType>> types = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            ClaimMapping mapping = claims.get(i);
            String at = "claims[" + i + "].";
            String id = mapping.claimIdInApiResponse();
            require(
                    id != null && !id.isBlank() && id.length() <= 256,
                    "xt_extension_claim_invalid",
                    at + "claimIdInApiResponse",
                    "1 to 256 characters.");
            require(
                    matches(CLAIM, mapping.claim()),
                    "xt_extension_claim_invalid",
                    at + "claim",
                    "1 to 120 of A-Z a-z 0-9 . _ : / -");
            require(
                    !ReservedClaimNames.isReserved(mapping.claim()),
                    "xt_extension_claim_reserved",
                    at + "claim",
                    "The claim is the server's own.");
            require(
                    names.add(mapping.claim()),
                    "xt_extension_claim_duplicate",
                    at + "claim",
                    "The claim is mapped already.");
            Optional<ClaimType> type = Optional.ofNullable(mapping.type());
            require(
                    type.equals(types.getOrDefault(id, type)),
                    "xt_extension_claim_type_conflict",
                    at + "type",
                    "Another entry has this key with another type.");
            types.put(id, type);
            require(
                    type.orElse(ClaimType.STRING).suits(mapping.claim()),
                    "xt_extension_claim_type_unsuitable",
                    at + "type",
                    "OpenID Connect says what this claim is: a text, or of updated_at INTEGER, of phone_number_verified BOOLEAN, of address an object.");
        }
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
