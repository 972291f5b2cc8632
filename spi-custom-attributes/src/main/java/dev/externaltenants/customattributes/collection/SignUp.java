package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.customattributes.signup.Applicant;
import dev.externaltenants.customattributes.signup.CollectionPage;
import dev.externaltenants.customattributes.signup.ProvenAddress;
import dev.externaltenants.customattributes.signup.SignUpProvider;
import dev.externaltenants.customattributes.signup.SignUpRequest;
import dev.externaltenants.customattributes.signup.SignUpResult;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The sign-up that is under way: who it is, with the engine that does it. */
record SignUp(AuthenticationFlowContext context, Applicant applicant) {

    /** Returns the sign-up of a local account, or empty while no address is proven. */
    static Optional<SignUp> local(AuthenticationFlowContext context) {
        return ProvenAddress.of(context.getAuthenticationSession())
                .map(address -> new SignUp(context, Applicant.local(address, locale(context))));
    }

    /** Returns the sign-up of a first login with an identity provider, or empty while no address is proven. */
    static Optional<SignUp> brokered(AuthenticationFlowContext context) {
        BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
        return ProvenAddress.of(context.getAuthenticationSession(), identity)
                .map(address -> new SignUp(context, Applicant.of(identity, address, locale(context))));
    }

    String email() {
        return applicant.address().email();
    }

    boolean hasAccount() {
        return engine().hasAccount(context.getRealm(), applicant);
    }

    CollectionPage begin(UserFlow flow) {
        CollectionPage page = engine().begin(context.getRealm(), flow, applicant);
        if (page instanceof CollectionPage.Show show) {
            kept().store(show.kept());
        }
        return page;
    }

    SignUpRequest request(Map<String, List<String>> values) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        return new SignUpRequest(
                applicant,
                values,
                kept().read(),
                form.getFirst(SignUpPages.PASSWORD_INPUT),
                form.getFirst(SignUpPages.PASSWORD_CONFIRMATION_INPUT));
    }

    SignUpResult create(UserFlow flow, SignUpRequest request) {
        return engine().signUp(context.getRealm(), flow, request);
    }

    CollectionPage.Show again(UserFlow flow, SignUpRequest request) {
        return engine().again(context.getRealm(), flow, request);
    }

    private KeptValues kept() {
        return new KeptValues(context.getAuthenticationSession());
    }

    private SignUpProvider engine() {
        return SignUpProvider.of(context.getSession());
    }

    private static Locale locale(AuthenticationFlowContext context) {
        return context.getSession().getContext().resolveLocale(null);
    }
}
