package dev.externaltenants.claimsextension.callout;

import java.time.Instant;

import dev.externaltenants.claimsextension.CustomExtension;

/** Callout requests for tests. */
final class Requests {

    private Requests() {}

    static CalloutRequest to(CustomExtension extension) {
        return to(extension, "70000000-0000-0000-0000-000000000007");
    }

    /** Returns one that is about that customer. */
    static CalloutRequest to(CustomExtension extension, String userId) {
        return new CalloutRequest(
                "30000000-0000-0000-0000-000000000003",
                "https://login.example.org/realms/contoso",
                "10000000-0000-0000-0000-000000000001",
                extension,
                "40000000-0000-0000-0000-000000000004",
                "192.0.2.7",
                "en-US",
                null,
                new CalloutRequest.App("50000000-0000-0000-0000-000000000005", "shop", "Contoso Shop"),
                new CalloutRequest.App("60000000-0000-0000-0000-000000000006", "shop-api", "Contoso Shop API"),
                new CalloutRequest.User(
                        userId,
                        "dana@example.org",
                        "dana@example.org",
                        "Dana",
                        "Smith",
                        "Dana Smith",
                        "Contoso",
                        "en-us",
                        Instant.parse("2026-03-03T23:22:52.123Z")));
    }

    /** Returns one of another tenant. */
    static CalloutRequest of(String tenantId, CustomExtension extension) {
        CalloutRequest call = to(extension);
        return new CalloutRequest(
                tenantId,
                call.issuer(),
                call.listenerId(),
                call.extension(),
                call.correlationId(),
                call.ip(),
                call.locale(),
                call.requestType(),
                call.client(),
                call.resource(),
                call.user());
    }
}
