package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.BuiltInAttribute;
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
    public Map<String, String> fromClaims(RealmModel realm, UserFlow flow, Map<String, String> claims) {
        return ClaimMap.values(fields(realm, flow), claims);
    }

    @Override
    public List<SignUpField> missing(RealmModel realm, UserFlow flow, UserModel user) {
        return new MissingAttributes(session, fields(realm, flow)).of(user);
    }

    @Override
    public List<FieldError> complete(RealmModel realm, UserFlow flow, UserModel user, Map<String, String> values) {
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
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> userAttributes = new HashMap<>();
        if (withPassword) {
            new SubmittedPassword(session.getProvider(PasswordPolicyManagerProvider.class)::validate)
                    .check(request)
                    .ifPresent(errors::add);
        }
        for (SignUpField field : fields) {
            SubmittedValue value = submitted(realm, field, request.values().get(field.name()));
            if (value instanceof SubmittedValue.Accepted accepted) {
                userAttributes.put(field.attribute().userAttribute(), accepted.stored());
            } else if (value instanceof SubmittedValue.Refused refused) {
                errors.add(refused.error());
            }
        }
        if (!errors.isEmpty()) {
            return new SignUpResult.Rejected(errors);
        }
        userAttributes.values().removeIf(value -> value == null);
        Username username = usernameOf(userAttributes);
        userAttributes.put(UserModel.USERNAME, request.address().email());
        userAttributes.put(UserModel.EMAIL, request.address().email());
        if (realm.isInternationalizationEnabled()) {
            userAttributes.put(UserModel.LOCALE, request.locale().toLanguageTag());
        }
        AccountCreation creation = new AccountCreation(session, fields);
        String password = withPassword ? request.password() : null;
        return username == null
                ? creation.create(userAttributes, password, null)
                : withUsername(realm, request, username, () -> creation.create(userAttributes, password, username));
    }

    /** Last, so that a name is looked up only by whoever then gets it. */
    private SignUpResult withUsername(
            RealmModel realm, SignUpRequest request, Username username, Supplier<SignUpResult> create) {
        Optional<FieldError> refused = new WantedUsername(session, realm, username).reserve(request.address());
        if (refused.isPresent()) {
            return new SignUpResult.Rejected(List.of(refused.get()));
        }
        return create.get();
    }

    /** Takes it out of what the user profile is asked to write. */
    private static Username usernameOf(Map<String, String> userAttributes) {
        String name = userAttributes.remove(Username.USER_ATTRIBUTE);
        return name == null ? null : new Username(name);
    }

    private static SubmittedValue submitted(RealmModel realm, SignUpField field, String typed) {
        SubmittedValue value = SubmittedValue.of(field, typed);
        if (field.attribute() == BuiltInAttribute.USERNAME
                && value instanceof SubmittedValue.Accepted accepted
                && accepted.stored() != null) {
            Optional<Username> name = UsernamePolicy.of(realm).accepted(accepted.stored());
            return name.isPresent()
                    ? new SubmittedValue.Accepted(name.get().value())
                    : new SubmittedValue.Refused(FieldError.of(field.name(), FieldError.Reason.INVALID));
        }
        return value;
    }
}
