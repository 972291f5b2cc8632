package dev.externaltenants.claimsextension;

import java.util.List;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;

/** Extensions for tests. */
public final class Extensions {

    public static final String ID = "20000000-0000-0000-0000-000000000002";

    private Extensions() {}

    public static CustomExtension named(String name) {
        return new CustomExtension(
                null,
                name,
                null,
                "https://api.example.org/claims",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    public static CustomExtension mapping(ClaimMapping... claims) {
        return new CustomExtension(
                null,
                "claims",
                null,
                "https://api.example.org/claims",
                null,
                null,
                null,
                null,
                null,
                List.of(claims),
                null,
                null,
                null,
                null,
                null);
    }

    public static CustomExtension at(String url) {
        return new CustomExtension(
                null, "claims", null, url, null, null, null, null, null, List.of(), null, null, null, null, null);
    }

    public static CustomExtension forAudience(String resourceId) {
        return new CustomExtension(
                null,
                "claims",
                null,
                "https://api.example.org/claims",
                resourceId,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    public static CustomExtension calling(String url, int timeoutInMilliseconds, int maximumRetries) {
        return new CustomExtension(
                ID,
                "claims",
                null,
                url,
                "api://api.example.org/" + ID,
                timeoutInMilliseconds,
                maximumRetries,
                BehaviorOnError.FAIL,
                null,
                List.of(new ClaimMapping("loyaltyTier", null)),
                null,
                null,
                null,
                null,
                1L);
    }

    /** Returns one whose answers count for so many seconds. */
    public static CustomExtension cached(int seconds) {
        return cached("https://api.example.org", seconds);
    }

    public static CustomExtension cached(String url, int seconds) {
        return new CustomExtension(
                ID, "claims", null, url, null, null, null, null, null, List.of(), null, seconds, null, null, 1L);
    }

    /** Returns one that calls the code of OTP send so. */
    public static CustomExtension namingCodes(String otpCodeName) {
        return new CustomExtension(
                ID,
                "codes",
                null,
                "https://api.example.org",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                otpCodeName,
                null,
                1L);
    }

    public static CustomExtension provenBy(CallerAuthentication authentication) {
        return provenBy(authentication, "https://api.example.org/claims");
    }

    public static CustomExtension provenBy(CallerAuthentication authentication, String url) {
        return new CustomExtension(
                ID,
                "claims",
                null,
                url,
                "api://api.example.org/" + ID,
                1000,
                0,
                BehaviorOnError.FAIL,
                null,
                List.of(),
                null,
                null,
                null,
                authentication,
                1L);
    }

    public static CustomExtension behaving(BehaviorOnError behavior) {
        CustomExtension known = calling("https://api.example.org", 1000, 1);
        return new CustomExtension(
                known.id(),
                "rules",
                null,
                known.targetUrl(),
                known.resourceId(),
                null,
                null,
                behavior,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                1L);
    }
}
