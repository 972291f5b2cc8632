package dev.externaltenants.tenant.accountpage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import org.keycloak.models.Constants;

/** The page with the ways in: password, identity providers, and where the customer is signed in. */
final class SignInSettings {

    private static final String TEMPLATE = "xt-account-sign-in.ftl";

    private final AccountRequest request;
    private final PageView view;
    private final WaysIn waysIn;
    private final SecondFactors secondFactors;

    SignInSettings(AccountRequest request, PageView view) {
        this.request = request;
        this.view = view;
        this.waysIn = new WaysIn(request);
        this.secondFactors = new SecondFactors(request);
    }

    Response show(Visitor visitor) {
        Map<String, Object> model = new HashMap<>();
        model.put("withPassword", waysIn.hasPassword(visitor.user()));
        model.put("providers", waysIn.providers(visitor.user()));
        model.put("secondFactors", secondFactors.of(visitor.user()));
        model.put("addableFactors", secondFactors.addable(visitor.user()));
        List<Map<String, Object>> sessions = new OpenSessions(request).of(visitor);
        model.put("sessions", sessions);
        model.put("devices", new OwnDevices(request).of(visitor));
        return view.page(TEMPLATE, visitor, view.form(), model);
    }

    /** Keycloak's own action, which asks for a proof that is not old. */
    static Map<String, String> toPassword() {
        return Map.of(Constants.KC_ACTION, "UPDATE_PASSWORD");
    }

    /** Returns the way to connect a provider, if the tenant offers it and it is not connected yet. */
    Optional<Map<String, String>> toProvider(Visitor visitor, String alias) {
        return waysIn.isOffered(visitor.user(), alias)
                ? Optional.of(Map.of(Constants.KC_ACTION, "idp_link:" + alias))
                : Optional.empty();
    }

    /** Returns false where there is no such connection, or no other way in. */
    boolean disconnect(Visitor visitor, String alias) {
        return waysIn.disconnect(visitor, alias);
    }
}
