package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Flows;
import dev.externaltenants.customattributes.hook.AttributeCollection.FederatedIdentity;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.signup.AddressHolder;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.optional;
import static dev.externaltenants.customattributes.Flows.required;
import static dev.externaltenants.customattributes.Flows.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DefaultSignUpProviderTest {

    private static final String EMAIL = "ada@example.com";

    private final RealmModel realm = Fake.of(RealmModel.class)
            .on("isInternationalizationEnabled", arguments -> true)
            .get();
    private final UserFlow flow = Flows.asking(
            required("givenName", InputType.TEXT),
            optional("loyaltyNumber", InputType.NUMERIC),
            required("terms", InputType.CHECKBOX));
    private final Map<String, String> goodValues = Map.of("givenName", "Ada", "loyaltyNumber", "0042", "terms", "true");

    private final Fake<UserProvider> users = Fake.of(UserProvider.class)
            .on("getUserByEmail", arguments -> null)
            .on("getUserByUsername", arguments -> null);
    private final Fake<SubjectCredentialManager> credentials =
            Fake.of(SubjectCredentialManager.class).on("updateCredential", arguments -> true);
    private final List<String> done = new ArrayList<>();
    private final Fake<UserProfile> profile =
            Fake.of(UserProfile.class).on("validate", arguments -> null).on("create", arguments -> user());
    private final List<Object> profileAttributes = new ArrayList<>();
    private final AtomicBoolean rollBack = new AtomicBoolean();

    @Test
    void createsTheAccountThatTheFlowAskedFor() {
        SignUpResult result = signUp(goodValues, "secret-1", "secret-1");

        assertThat(result).isInstanceOf(SignUpResult.Created.class);
        assertThat(profileAttributes)
                .containsExactly(submitted(Map.of(
                        "username", EMAIL,
                        "email", EMAIL,
                        "locale", "de",
                        "firstName", "Ada",
                        "loyaltyNumber", "42",
                        "terms", "true")));
        assertThat(done).containsExactly("setEnabled true", "setEmailVerified true");
        assertThat(rollBack).isFalse();
    }

    @Test
    void createsNothingWhereTheFlowLetsNobodySignUp() {
        SignUpResult result = provider()
                .signUp(
                        realm,
                        Flows.withoutSignUp(required("givenName", InputType.TEXT)),
                        request(goodValues, "secret-1", "secret-1"));

        assertThat(result).isInstanceOf(SignUpResult.NotOffered.class);
        assertThat(profileAttributes).isEmpty();
    }

    @Test
    void createsNothingForAnAddressThatTwoAccountsHave() {
        users.on("getUserByEmail", arguments -> {
            throw new ModelDuplicateException("Multiple users with one email");
        });

        assertThat(signUp(goodValues, "secret-1", "secret-1")).isInstanceOf(SignUpResult.AccountExists.class);
        assertThat(profileAttributes).isEmpty();
    }

    @Test
    void createsAnAccountWithoutAPasswordWhereTheFlowSignsInByCode() {
        credentials.on("updateCredential", arguments -> {
            throw new AssertionError("A password was set");
        });

        SignUpResult result = provider()
                .signUp(
                        realm,
                        Flows.byCode(required("givenName", InputType.TEXT)),
                        request(Map.of("givenName", "Ada"), "short", null));

        assertThat(result).isInstanceOf(SignUpResult.Created.class);
    }

    @Test
    void createsAnAccountWithoutAPasswordForACustomerOfAnIdentityProvider() {
        credentials.on("updateCredential", arguments -> {
            throw new AssertionError("A password was set");
        });

        SignUpResult result = provider()
                .signUp(
                        realm,
                        flow,
                        new SignUpRequest(
                                new Applicant(
                                        proven(),
                                        Locale.GERMAN,
                                        Optional.of(new FederatedIdentity("contoso", "1")),
                                        Map.of()),
                                submitted(goodValues),
                                Map.of(),
                                null,
                                null));

        assertThat(result).isInstanceOf(SignUpResult.Created.class);
    }

    @Test
    void ignoresWhatTheFlowDoesNotAskFor() {
        signUp(
                Map.of("givenName", "Ada", "terms", "true", "surname", "Lovelace", "email", "eve@example.com"),
                "secret-1",
                "secret-1");

        assertThat(profileAttributes)
                .containsExactly(submitted(Map.of(
                        "username", EMAIL, "email", EMAIL, "locale", "de", "firstName", "Ada", "terms", "true")));
    }

    @Test
    void tellsAllErrorsAtOnceAndCreatesNothing() {
        SignUpResult result = signUp(Map.of("loyaltyNumber", "many"), "secret-1", "secret-2");

        assertThat(errors(result))
                .extracting(FieldError::field)
                .containsExactly("passwordConfirmation", "givenName", "loyaltyNumber", "terms");
        assertThat(profileAttributes).isEmpty();
    }

    @Test
    void asksForAPassword() {
        assertThat(errors(signUp(goodValues, " ", " ")))
                .containsExactly(
                        new FieldError("password", "xt_password_missing", "xtPasswordMissing", List.of(), null));
    }

    @Test
    void passesOnWhatThePasswordPolicySays() {
        assertThat(errors(signUp(goodValues, "short", "short")))
                .containsExactly(new FieldError(
                        "password", "xt_password_refused", "invalidPasswordMinLengthMessage", List.of(8), null));
    }

    @Test
    void tellsAnExistingAccountBeforeAnythingElse() {
        users.on("getUserByEmail", arguments -> user());

        assertThat(signUp(Map.of(), null, null)).isInstanceOf(SignUpResult.AccountExists.class);
    }

    @Test
    void tellsAnAccountThatOnlyHasTheAddressAsItsName() {
        users.on("getUserByUsername", arguments -> user());

        assertThat(signUp(goodValues, "secret-1", "secret-1")).isInstanceOf(SignUpResult.AccountExists.class);
    }

    @Test
    void rollsBackWhenAnotherTabWasFaster() {
        profile.on("create", arguments -> {
            throw new ModelDuplicateException("username");
        });

        assertThat(signUp(goodValues, "secret-1", "secret-1")).isInstanceOf(SignUpResult.AccountExists.class);
        assertThat(rollBack).isTrue();
    }

    @Test
    void leavesNoAccountWithoutItsPassword() {
        credentials.on("updateCredential", arguments -> {
            throw new ModelException("invalidPasswordHistoryMessage", 3);
        });

        SignUpResult result = signUp(goodValues, "secret-1", "secret-1");

        assertThat(errors(result)).extracting(FieldError::messageKey).containsExactly("invalidPasswordHistoryMessage");
        assertThat(rollBack).isTrue();
    }

    @Test
    void mapsErrorsOfTheUserProfileToTheFlowsFields() {
        profile.on("validate", arguments -> {
            throw new ValidationException(
                    new ValidationError("person-name", "firstName", "error-person-name-invalid-character"));
        });

        assertThat(errors(signUp(goodValues, "secret-1", "secret-1")))
                .containsExactly(new FieldError(
                        "givenName",
                        "xt_value_refused",
                        "error-person-name-invalid-character",
                        List.of("firstName"),
                        null));
    }

    @Test
    void takesADuplicateFoundByTheUserProfileForAnExistingAccount() {
        profile.on("validate", arguments -> {
            throw new ValidationException(new ValidationError("up-duplicate-email", "email", Messages.EMAIL_EXISTS));
        });

        assertThat(signUp(goodValues, "secret-1", "secret-1")).isInstanceOf(SignUpResult.AccountExists.class);
    }

    @Test
    void refusesToGoOnWithoutAnAttributeThatTheTenantLost() {
        UserFlow stale = Flows.asking(required("oldConsent", InputType.CHECKBOX));

        assertThatThrownBy(() -> provider().fields(realm, stale))
                .isInstanceOf(TenantException.class)
                .hasMessageContaining("xt_attribute_unknown");
    }

    @Test
    void hasNoAddressWithoutAProof() {
        AuthenticationSessionModel fresh = Fake.of(AuthenticationSessionModel.class)
                .on("getAuthNote", arguments -> null)
                .get();

        assertThat(ProvenAddress.of(fresh)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedOutOfLogs() {
        assertThat(request(goodValues, "secret-1", "secret-1").toString()).doesNotContain("secret-1", "Ada");
    }

    private SignUpResult signUp(Map<String, String> values, String password, String confirmation) {
        return provider().signUp(realm, flow, request(values, password, confirmation));
    }

    private static SignUpRequest request(Map<String, String> values, String password, String confirmation) {
        return new SignUpRequest(
                Applicant.local(proven(), Locale.GERMAN), submitted(values), Map.of(), password, confirmation);
    }

    private static ProvenAddress proven() {
        AuthenticationSessionModel proven = Fake.of(AuthenticationSessionModel.class)
                .on("setAuthNote", arguments -> null)
                .on("getAuthNote", arguments -> "xt.signUp.provenEmail".equals(arguments[0]) ? EMAIL : null)
                .get();
        ProvenEmail.store(proven, EMAIL);
        return ProvenAddress.of(proven).orElseThrow();
    }

    private DefaultSignUpProvider provider() {
        CustomAttributeProvider catalogue = Fake.of(CustomAttributeProvider.class)
                .on(
                        "catalogue",
                        arguments -> Stream.of(
                                BuiltInAttribute.GIVEN_NAME,
                                BuiltInAttribute.SURNAME,
                                custom("loyaltyNumber", DataType.INT),
                                custom("terms", DataType.BOOLEAN)))
                .get();
        PasswordPolicyManagerProvider policy = Fake.of(PasswordPolicyManagerProvider.class)
                .on(
                        "validate",
                        arguments -> ((String) arguments[1]).length() < 8
                                ? new PolicyError("invalidPasswordMinLengthMessage", 8)
                                : null)
                .get();
        UserProfileProvider profiles = Fake.of(UserProfileProvider.class)
                .on("create", arguments -> {
                    profileAttributes.add(arguments[1]);
                    return profile.get();
                })
                .get();
        KeycloakTransactionManager transaction = Fake.of(KeycloakTransactionManager.class)
                .on("setRollbackOnly", arguments -> {
                    rollBack.set(true);
                    return null;
                })
                .get();
        KeycloakSession session = Fake.session(Map.of(
                        CustomAttributeProvider.class, catalogue,
                        PasswordPolicyManagerProvider.class, policy,
                        UserProfileProvider.class, profiles))
                .on("users", arguments -> users.get())
                .on("getTransactionManager", arguments -> transaction)
                .get();
        return new DefaultSignUpProvider(
                session, new SignUpMetrics(), new CollectionHooks(List.of()), (realm, applicant) -> AddressHolder.of(
                                session, realm, applicant.email())
                        .taken());
    }

    private UserModel user() {
        return Fake.of(UserModel.class)
                .on("setEnabled", arguments -> note("setEnabled", arguments))
                .on("setEmailVerified", arguments -> note("setEmailVerified", arguments))
                .on("credentialManager", arguments -> credentials.get())
                .get();
    }

    private Object note(String method, Object... arguments) {
        done.add(method + " " + arguments[0]);
        return null;
    }

    private static List<FieldError> errors(SignUpResult result) {
        assertThat(result).isInstanceOf(SignUpResult.Rejected.class);
        return ((SignUpResult.Rejected) result).errors();
    }
}
