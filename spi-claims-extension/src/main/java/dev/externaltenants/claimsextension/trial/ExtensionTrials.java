package dev.externaltenants.claimsextension.trial;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutProvider;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Makes the call that sign-in would make, by the same engine and past the same guards, and tells all that came of it. */
public final class ExtensionTrials {

    private final KeycloakSession session;

    public ExtensionTrials(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Calls the extension once, with its own retries.
     *
     * @param customer whose data the API gets, or null; the caller must have the right to see them
     * @throws TenantException {@code xt_extension_test_event_missing}, {@code xt_extension_key_missing}, {@code
     *     xt_extension_test_application_unknown}, {@code xt_extension_tests_too_many}
     */
    public TrialReport run(CustomExtension extension, ExtensionTrial wanted, UserModel customer) {
        if (wanted.event() == null) {
            throw TenantException.invalid("xt_extension_test_event_missing", "event", "Say which event to try.");
        }
        ClientModel app = app(wanted.appId());
        String userName = customer == null ? SampleSubject.EMAIL : customer.getUsername();
        CalloutContract<String> contract = SampleContract.of(
                        wanted.event(), extension, new SampleSignUp(session, app), userName)
                .orElseThrow(() -> TenantException.invalid(
                        "xt_extension_key_missing",
                        "event",
                        "The extension has no key to which the sample password could be encrypted."));
        new TrialBudget(session).take();
        CalloutRequest request = new SampleSubject(session, wanted.event(), app, customer).toldTo(extension);
        return TrialReport.of(
                request, wanted.event(), CalloutProvider.of(session).tryOut(request, contract));
    }

    private ClientModel app(String clientId) {
        if (clientId == null) {
            return null;
        }
        ClientModel app = session.getContext().getRealm().getClientByClientId(clientId);
        if (app == null) {
            throw TenantException.invalid(
                    "xt_extension_test_application_unknown", "appId", "The tenant has no app of this client id.");
        }
        return app;
    }
}
