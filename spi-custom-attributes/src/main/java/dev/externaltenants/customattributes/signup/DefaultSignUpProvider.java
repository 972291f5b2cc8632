package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.username.Username;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Signs up through Keycloak's user profile and password policy. */
final class DefaultSignUpProvider implements SignUpProvider {

    private final KeycloakSession session;
    private final SignUpMetrics metrics;
    private final CollectionHooks hooks;
    private final Accounts accounts;

    DefaultSignUpProvider(KeycloakSession session, SignUpMetrics metrics, CollectionHooks hooks, Accounts accounts) {
        this.session = session;
        this.metrics = metrics;
        this.hooks = hooks;
        this.accounts = accounts;
    }

    @Override
    public List<SignUpField> fields(RealmModel realm, UserFlow flow) {
        return SignUpFields.of(session, realm, flow);
    }

    @Override
    public boolean hasAccount(RealmModel realm, Applicant applicant) {
        return accounts.taken(realm, applicant);
    }

    @Override
    public CollectionPage begin(RealmModel realm, UserFlow flow, Applicant applicant) {
        List<SignUpField> fields = fields(realm, flow);
        GivenValues given = new GivenValues(fields, applicant.claims());
        Map<String, List<String>> kept = new HashMap<>();
        return hooks.start(flow, applicant, fields, given, kept)
                .orElseGet(() -> new CollectionPage.Show(fields, given.values(), kept));
    }

    @Override
    public SignUpResult signUp(RealmModel realm, UserFlow flow, SignUpRequest request) {
        SignUpResult result = signedUp(realm, flow, request);
        metrics.count(result);
        return result;
    }

    @Override
    public CollectionPage.Show again(RealmModel realm, UserFlow flow, SignUpRequest request) {
        List<SignUpField> fields = fields(realm, flow);
        Map<String, List<String>> values =
                new HashMap<>(GivenValues.of(fields, request).values());
        for (SignUpField field : fields) {
            if (field.input().answeredByCustomer()) {
                values.put(field.name(), request.values().getOrDefault(field.name(), List.of()));
            }
        }
        return new CollectionPage.Show(fields, values, request.kept());
    }

    @Override
    public void fillIn(RealmModel realm, UserFlow flow, UserModel user) {
        if (flow.attributes().stream().anyMatch(input -> input.required() && !input.answeredByCustomer())) {
            new MissingAttributes(session, fields(realm, flow)).fillIn(user);
        }
    }

    @Override
    public List<SignUpField> missing(RealmModel realm, UserFlow flow, UserModel user) {
        return new MissingAttributes(session, fields(realm, flow)).of(user);
    }

    @Override
    public List<FieldError> complete(
            RealmModel realm, UserFlow flow, UserModel user, Map<String, List<String>> values) {
        MissingAttributes missing = new MissingAttributes(session, fields(realm, flow));
        List<SignUpField> asked = missing.of(user);
        List<FieldError> errors = missing.complete(user, values);
        if (errors.isEmpty()) {
            new AnsweredConsents(asked, values)
                    .store(session, realm, flow, user, session.getContext().resolveLocale(null));
        }
        return errors;
    }

    private SignUpResult signedUp(RealmModel realm, UserFlow flow, SignUpRequest request) {
        Applicant applicant = request.applicant();
        if (!flow.signUpAllowed()) {
            return new SignUpResult.NotOffered();
        }
        if (hasAccount(realm, applicant)) {
            return new SignUpResult.AccountExists();
        }
        List<SignUpField> fields = fields(realm, flow);
        SubmittedForm form = new SubmittedForm(
                realm, fields, request.values(), GivenValues.of(fields, request).values());
        boolean withPassword = flow.method() == SignUpMethod.EMAIL_PASSWORD
                && applicant.federated().isEmpty();
        List<FieldError> errors = new ArrayList<>();
        if (withPassword) {
            new SubmittedPassword(session.getProvider(PasswordPolicyManagerProvider.class)::validate)
                    .check(request)
                    .ifPresent(errors::add);
        }
        errors.addAll(form.errors());
        if (!errors.isEmpty()) {
            return new SignUpResult.Rejected(errors);
        }
        SignUpResult result = hooks.submit(flow, applicant, fields, form)
                .orElseGet(() -> created(realm, applicant, fields, form, withPassword ? request.password() : null));
        if (result instanceof SignUpResult.Created created) {
            new AnsweredConsents(fields, request.values())
                    .store(session, realm, flow, created.user(), applicant.locale());
        }
        return result;
    }

    private SignUpResult created(
            RealmModel realm, Applicant applicant, List<SignUpField> fields, SubmittedForm form, String password) {
        Username username = form.username();
        if (username != null) {
            // Last, so that a name is looked up only by whoever then gets it.
            Optional<FieldError> refused = new WantedUsername(session, realm, username).reserve(applicant.address());
            if (refused.isPresent()) {
                return new SignUpResult.Rejected(List.of(refused.get()));
            }
        }
        Map<String, List<String>> userAttributes = form.userAttributes();
        userAttributes.put(UserModel.USERNAME, List.of(applicant.email()));
        userAttributes.put(UserModel.EMAIL, List.of(applicant.email()));
        if (realm.isInternationalizationEnabled()) {
            userAttributes.put(UserModel.LOCALE, List.of(applicant.locale().toLanguageTag()));
        }
        return new AccountCreation(session, fields).create(userAttributes, password, username);
    }
}
