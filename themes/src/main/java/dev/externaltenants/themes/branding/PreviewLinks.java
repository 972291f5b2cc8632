package dev.externaltenants.themes.branding;

import java.time.Duration;
import java.time.Instant;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Gives out links to previews, and tells which one is good. Nothing is stored: what a link may show stands in it. */
final class PreviewLinks {

    /** Long enough to look through a language or two, and short where an address leaks with a history or a log. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final KeycloakSession session;

    PreviewLinks(KeycloakSession session) {
        this.session = session;
    }

    PreviewLink issue(RealmModel realm, StoredBrand brand) {
        long expires = Time.currentTimeSeconds() + LIFETIME.toSeconds();
        String previews = FileAddress.absolute(session, PreviewAddress.of(session, realm));
        PreviewToken token = PreviewToken.of(previews, realm.getId(), brand, expires);
        return new PreviewLink(previews + session.tokens().encode(token), Instant.ofEpochSecond(expires));
    }

    /**
     * @throws TenantException {@code xt_tenant_not_found}, {@code xt_preview_tenant_disabled}, {@code xt_preview_link_invalid},
     *     {@code xt_preview_link_expired}
     */
    BrandPreview open(RealmModel realm, String link) {
        if (!TenantRealm.is(realm)) {
            throw TenantException.notFound("xt_tenant_not_found", "The realm is no external tenant.");
        }
        if (!realm.isEnabled()) {
            throw TenantException.forbidden("xt_preview_tenant_disabled", "The tenant is disabled.");
        }
        PreviewToken token = session.tokens().decode(link, PreviewToken.class);
        if (token == null || !token.isFor(realm.getId())) {
            throw TenantException.forbidden("xt_preview_link_invalid", "This is no link to a preview of this tenant.");
        }
        if (token.getExp() <= Time.currentTimeSeconds()) {
            throw TenantException.forbidden("xt_preview_link_expired", "The link to the preview has expired.");
        }
        return new BrandPreview(token.theme(), token.themeId(), Instant.ofEpochSecond(token.getExp()));
    }
}
