package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.signup.AddressHolder;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;

/** Signs up through Keycloak's user profile and password policy. */
final class DefaultSignUpProvider implements SignUpProvider {

    private final KeycloakSession session;
    private final SignUpMetrics metrics;

    DefaultSignUpProvider(KeycloakSession session, SignUpMetrics metrics) {
        this.session = session;
        this.metrics = metrics;
    }

    @Override
    public List<SignUpField> fields(RealmModel realm, UserFlow flow) {
        Map<String, TenantAttribute> known = CustomAttributeProvider.of(session)
                .catalogue(realm)
                .collect(Collectors.toMap(TenantAttribute::key, Function.identity()));
        return flow.attributes().stream()
                .filter(input -> !input.name().equals(Username.ATTRIBUTE)
                        || UsernamePolicy.of(realm).enabled())
                .map(input -> {
                    TenantAttribute attribute = known.get(input.name());
                    if (attribute == null) {
                        throw TenantException.conflict(
                                "xt_attribute_unknown",
                                null,
                                "The user flow " + flow.name() + " collects " + input.name()
                                        + ", which the tenant no longer has.");
                    }
                    return new SignUpField(input, attribute);
                })
                .toList();
    }

    @Override
    public boolean hasAccount(RealmModel realm, ProvenAddress address) {
        return AddressHolder.of(session, realm, address.email()).taken();
    }

    @Override
    public SignUpResult signUp(RealmModel realm, UserFlow flow, SignUpRequest request) {
        return counted(signedUp(realm, flow, request, flow.method() == SignUpMethod.EMAIL_PASSWORD));
    }

    @Override
    public SignUpResult signUpBrokered(RealmModel realm, UserFlow flow, SignUpRequest request) {
        return counted(signedUp(realm, flow, request, false));
    }

    @Override
    public Map<String, List<String>> fromClaims(RealmModel realm, UserFlow flow, Map<String, String> claims) {
        return ClaimMap.values(fields(realm, flow), claims);
    }

    @Override
    public List<SignUpField> missing(RealmModel realm, UserFlow flow, UserModel user) {
        return new MissingAttributes(session, fields(realm, flow)).of(user);
    }

    @Override
    public List<FieldError> complete(RealmModel realm, UserFlow flow, UserModel user, Map<String, List<String>> values) {
        return new MissingAttributes(session, fields(realm, flow)).complete(user, values);
    }

    private SignUpResult counted(SignUpResult result) {
        metrics.count(result);
        return result;
    }

    private SignUpResult signedUp(RealmModel realm, UserFlow flow, SignUpRequest request, boolean withPassword) {
        if (!flow.signUpAllowed()) {
            return new SignUpResult.NotOffered();
        }
        if (hasAccount(realm, request.address())) {
            return new SignUpResult.AccountExists();
        }
        List<SignUpField> fields = fields(realm, flow);
        SubmittedForm form = SubmittedForm.of(realm, fields, request);
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
        if (form.username() != null) {
            // Last, so that a name is looked up only by whoever then gets it.
            Optional<FieldError> refused =
                    new WantedUsername(session, realm, form.username()).reserve(request.address());
            if (refused.isPresent()) {
                return new SignUpResult.Rejected(List.of(refused.get()));
            }
        }
        String password = withPassword ? request.password() : null;
        return new AccountCreation(session, fields).create(form.userAttributes(), password, form.username());
    }
}
