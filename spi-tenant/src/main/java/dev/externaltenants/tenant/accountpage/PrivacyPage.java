package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.customers.SelfDeletion;

/** The page with what customers may ask of who keeps data about them. */
final class PrivacyPage {

    private static final String TEMPLATE = "xt-account-privacy.ftl";

    private final AccountRequest request;
    private final PageView view;

    PrivacyPage(AccountRequest request, PageView view) {
        this.request = request;
        this.view = view;
    }

    Response show(Visitor visitor) {
        Map<String, Object> model = new HashMap<>();
        model.put("deletable", SelfDeletion.isOpenTo(request.session(), request.realm(), visitor.user()));
        return view.page(TEMPLATE, visitor, view.form(), model);
    }
}
