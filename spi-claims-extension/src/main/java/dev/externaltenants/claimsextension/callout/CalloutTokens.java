package dev.externaltenants.claimsextension.callout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.keycloak.common.util.Time;

/** The bearer tokens of calls, used again until shortly before their end: to sign one costs more than all else of a call. */
final class CalloutTokens {

    /** Of deleted tenants and old keys nobody asks again, so the one unused for longest goes first. */
    static final int MAX_TOKENS = 10_000;

    /** Long enough for a call with its retry, and for clocks that differ a little. */
    private static final int LEFT_SECONDS = 60;

    private final Map<Use, Signed> signed = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Use, Signed> eldest) {
            return size() > MAX_TOKENS;
        }
    });

    /**
     * What a token is good for.
     *
     * @param keyId of the key that signs: once the realm has another, tokens of the old one are not used any more
     */
    record Use(String tenantId, String issuer, String audience, String keyId) {}

    /** Returns the token for this use, signing one if there is none with time left. */
    String get(Use use, Supplier<String> signing) {
        long now = Time.currentTimeSeconds();
        Signed known = signed.get(use);
        if (known != null && known.isUsableAt(now)) {
            return known.token();
        }
        Signed fresh = new Signed(signing.get(), now, now + CalloutToken.LIFETIME_SECONDS - LEFT_SECONDS);
        signed.put(use, fresh);
        return fresh.token();
    }

    int size() {
        return signed.size();
    }

    private record Signed(String token, long from, long until) {

        /** A clock that was set back must not stretch a token's life. */
        boolean isUsableAt(long now) {
            return from <= now && now < until;
        }
    }
}
