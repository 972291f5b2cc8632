package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.collection.ConsentTexts;
import dev.externaltenants.tenant.customers.SelfDeletion;
import org.keycloak.forms.login.LoginFormsProvider;

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
        LoginFormsProvider form = view.form();
        Locale language = request.session().getContext().resolveLocale(null);
        ConsentTexts texts = new ConsentTexts(request.session(), request.realm(), form, language);
        model.put("consents", new Consents(request).of(visitor.user(), texts, language));
        model.put("deletable", SelfDeletion.isOpenTo(request.session(), request.realm(), visitor.user()));
        return view.page(TEMPLATE, visitor, form, model);
    }
}
