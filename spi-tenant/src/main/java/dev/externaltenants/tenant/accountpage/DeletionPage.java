package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.customers.SelfDeletion;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/** Asks before it deletes, and deletes for nobody who merely found the browser open. */
final class DeletionPage {

    private static final String TEMPLATE = "xt-account-deletion.ftl";
    private static final String FAREWELL = "xt-account-deleted.ftl";

    private final AccountRequest request;
    private final PageView view;
    private final PageCookies cookies;

    DeletionPage(AccountRequest request, PageView view, PageCookies cookies) {
        this.request = request;
        this.view = view;
        this.cookies = cookies;
    }

    /** An identity provider that is told an age asks its own customers anew as well. */
    static Map<String, String> toProof() {
        return Map.of(
                OIDCLoginProtocol.PROMPT_PARAM,
                OIDCLoginProtocol.PROMPT_VALUE_LOGIN,
                OIDCLoginProtocol.MAX_AGE_PARAM,
                "0");
    }

    Response ask(Visitor visitor) {
        if (!isOpenTo(visitor)) {
            return notPossible();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("fresh", visitor.isFresh());
        return view.page(TEMPLATE, visitor, view.form(), model);
    }

    Response delete(Visitor visitor) {
        if (!isOpenTo(visitor)) {
            return notPossible();
        }
        if (!visitor.isFresh()) {
            return ask(visitor);
        }
        UserModel user = visitor.user();
        EventBuilder event =
                request.event(visitor, EventType.DELETE_ACCOUNT).detail(Details.USERNAME, user.getUsername());
        try {
            SelfDeletion.of(request.session(), request.realm(), user);
        } catch (TenantException refused) {
            // Somebody else was quicker, as by a second press of the button; nothing is written.
            return view.refusal(Response.Status.CONFLICT, "xtAccountNotPossible");
        }
        event.success();
        AuthenticationManager.expireIdentityCookie(request.session());
        AuthenticationManager.expireRememberMeCookie(request.session());
        return PageView.redirect(request.address(AccountPageResource.FAREWELL))
                .cookie(cookies.farewell())
                .build();
    }

    /** Nobody is signed in any more. */
    Response farewell() {
        return cookies.isFarewell()
                ? view.last(FAREWELL)
                : PageView.redirect(request.address(AccountPageResource.PERSONAL))
                        .build();
    }

    private boolean isOpenTo(Visitor visitor) {
        return SelfDeletion.isOpenTo(request.session(), request.realm(), visitor.user());
    }

    private Response notPossible() {
        return view.refusal(Response.Status.FORBIDDEN, "xtAccountDeletionNotPossible");
    }
}
