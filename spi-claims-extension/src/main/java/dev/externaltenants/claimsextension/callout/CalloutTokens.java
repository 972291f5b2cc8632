package dev.externaltenants.claimsextension.callout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.keycloak.common.util.Time;

/** The bearer tokens of calls, used again until shortly before their end: to sign one costs more than all else of a call. */
final class CalloutTokens {

    /** Of deleted tenants and old keys nobody asks again, so the one unused for longest goes first. */
    static final int MAX_TOKENS = 10_000;

    private static final int OUTDATED_LOOKED_AT = 10;

    /** A tenant chooses what its issuer and audiences look like; longer ones are signed each time. */
    static final int MAX_KEPT_CHARACTERS = 4_000;

    /** As many extensions as a tenant may have, so that none drives out the tokens of others. */
    static final int MAX_TOKENS_OF_A_TENANT = 100;

    /** Long enough for a call with its retry, and for clocks that differ a little. */
    private static final int LEFT_SECONDS = 60;

    /** In order of their last use. */
    private final Map<Use, Signed> signed = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Integer> countByTenant = new HashMap<>();

    /**
     * What a token is good for.
     *
     * @param keyId of the key that signs: once the realm has another, tokens of the old one are not used any more
     */
    record Use(String tenantId, String issuer, String audience, String appId, String keyId) {

        int length() {
            return issuer.length() + audience.length();
        }
    }

    /** Returns the token for this use, signing one if there is none with time left. */
    String get(Use use, Supplier<String> signing) {
        long now = Time.currentTimeSeconds();
        Signed known = known(use);
        if (known != null && known.isUsableAt(now)) {
            return known.token();
        }
        Signed fresh = new Signed(signing.get(), now, now + CalloutToken.LIFETIME_SECONDS - LEFT_SECONDS);
        if (use.length() + fresh.token().length() <= MAX_KEPT_CHARACTERS) {
            keep(use, fresh, now);
        }
        return fresh.token();
    }

    synchronized int size() {
        return signed.size();
    }

    private synchronized Signed known(Use use) {
        return signed.get(use);
    }

    private synchronized void keep(Use use, Signed fresh, long now) {
        if (signed.put(use, fresh) != null) {
            return;
        }
        int ofTenant = countByTenant.merge(use.tenantId(), 1, Integer::sum);
        if (ofTenant > MAX_TOKENS_OF_A_TENANT) {
            dropEldest(eldest -> eldest.tenantId().equals(use.tenantId()));
        } else if (signed.size() > MAX_TOKENS) {
            dropEldest(eldest -> true);
        }
        dropOutdatedEldest(now);
    }

    private void dropEldest(Predicate<Use> wanted) {
        signed.keySet().stream().filter(wanted).findFirst().ifPresent(this::drop);
    }

    /** Each new token takes a few old ones with it, so that what nobody asks for again does not stay. */
    private void dropOutdatedEldest(long now) {
        signed.entrySet().stream()
                .limit(OUTDATED_LOOKED_AT)
                .filter(entry -> !entry.getValue().isUsableAt(now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    private void drop(Use use) {
        signed.remove(use);
        countByTenant.computeIfPresent(use.tenantId(), (tenant, count) -> count == 1 ? null : count - 1);
    }

    private record Signed(String token, long from, long until) {

        /** A clock that was set back must not stretch a token's life. */
        boolean isUsableAt(long now) {
            return from <= now && now < until;
        }
    }
}
