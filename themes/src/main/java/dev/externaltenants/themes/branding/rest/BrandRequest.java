package dev.externaltenants.themes.branding.rest;

import java.util.function.Function;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.StoredBrand;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.keycloak.events.admin.OperationType;

/**
 * A call about one brand.
 *
 * @param name of the theme, or null for the tenant's own brand
 */
record BrandRequest(AdminRequest request, String name) {

    private static final String BRANDING = "XT_BRANDING";
    static final String THEME = "XT_THEME";

    void requireView() {
        request.rights().requireView(AdministratorTask.BRANDING);
    }

    void requireManage() {
        request.rights().requireManage(AdministratorTask.BRANDING);
    }

    BrandingProvider brands() {
        return BrandingProvider.of(request.session());
    }

    /** @throws TenantException {@code xt_theme_not_found} */
    StoredBrand existing() {
        return brands().find(request.realm(), name)
                .orElseThrow(() -> TenantException.notFound("xt_theme_not_found", "There is no theme of this name."));
    }

    /** Lets the caller have its turn, and refuses a call that was made from another version. */
    StoredBrand toChange() {
        request.takeTurn();
        StoredBrand present = existing();
        ETag.check(request.session(), tag(present));
        return present;
    }

    /** Changes the brand and answers with what it is then. */
    Response change(OperationType operation, Function<BrandingProvider, StoredBrand> change) {
        return ErrorResponses.translating(() -> {
            toChange();
            StoredBrand changed = change.apply(brands());
            BrandView view = BrandView.of(changed);
            event(operation, view);
            return answer(changed);
        });
    }

    /** Who let others look is worth knowing; the link itself is not to be kept anywhere. */
    void linked() {
        request.event(name == null ? BRANDING : THEME, OperationType.ACTION).success();
    }

    void event(OperationType operation, BrandView view) {
        request.event(name == null ? BRANDING : THEME, operation)
                .representation(view)
                .success();
    }

    static Response answer(StoredBrand brand) {
        return AdminRequest.answer(BrandView.of(brand), tag(brand));
    }

    /** A theme that is deleted and made again counts from one again, and is another one. */
    static String tag(StoredBrand brand) {
        return brand.id() == null ? ETag.ofVersion(brand.version()) : ETag.ofVersion(brand.id(), brand.version());
    }
}
