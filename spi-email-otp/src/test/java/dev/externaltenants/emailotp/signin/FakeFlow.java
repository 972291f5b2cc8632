package dev.externaltenants.emailotp.signin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.LoginFailures;
import dev.externaltenants.emailotp.FailedCode;
import dev.externaltenants.emailotp.Fake;
import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** One browser tab's flow around a step of ours. */
final class FakeFlow {

    final FakeEngine engine = new FakeEngine(
            admission -> admission.decide(session(behindTheAnswer -> {}), realm()), this::bookBehindTheAnswer);
    final Map<String, String> notes = new HashMap<>();
    final Map<String, String> clientNotes = new HashMap<>();

    /** What the session will remember; a first factor that was a password, unless a test says otherwise. */
    final Map<String, String> userSessionNotes = new HashMap<>(Map.of("xt.firstFactor", "password"));

    /** By e-mail address. */
    final Map<String, UserModel> accounts = new HashMap<>();

    /** What the step said to the flow, such as {@code success} or {@code challenge}. */
    final List<String> outcomes = new ArrayList<>();

    /** The pages shown, with the message keys on them. */
    final List<String> pages = new ArrayList<>();

    final List<String> booked = new ArrayList<>();

    /** The addresses that were looked up in requests. */
    final List<String> lookedUp = new ArrayList<>();

    final List<String> eventErrors = new ArrayList<>();

    /** Whose account failures were found to be, behind the answer. */
    final List<String> eventUsers = new ArrayList<>();

    final Map<String, String> eventDetails = new HashMap<>();
    Map<?, ?> model = Map.of();
    boolean lockedOut;
    boolean resetAllowed;
    AppFlow appFlow = new AppFlow.None();

    private final RealmModel realm = Fake.of(RealmModel.class)
            .returning("getId", "contoso")
            .returning("getName", "contoso")
            .answering("isResetPasswordAllowed", none -> resetAllowed)
            .returning("getResetCredentialsFlow", new AuthenticationFlowModel())
            .answering("getAuthenticationExecutionsStream", flow -> Stream.of(gate()))
            .make();

    private final AuthenticationSessionModel authentication = Fake.of(AuthenticationSessionModel.class)
            .answering("getAuthNote", name -> notes.get(name[0]))
            .answering("setAuthNote", note -> notes.put((String) note[0], (String) note[1]))
            .answering("removeAuthNote", name -> notes.remove(name[0]))
            .answering("getUserSessionNotes", none -> userSessionNotes)
            .answering("setUserSessionNote", note -> userSessionNotes.put((String) note[0], (String) note[1]))
            .answering("getClientNote", name -> clientNotes.get(name[0]))
            .returning("getTabId", "tab")
            .returning("getRealm", realm)
            .returning(
                    "getClient",
                    Fake.of(ClientModel.class)
                            .returning("getClientId", "shop")
                            .returning("getRealm", realm)
                            .make())
            .returning(
                    "getParentSession",
                    Fake.of(RootAuthenticationSessionModel.class)
                            .returning("getId", "root")
                            .make())
            .make();

    private RealmModel realm() {
        return realm;
    }

    AuthenticationSessionModel authentication() {
        return authentication;
    }

    /** A request of nobody in particular, posting these names and values. */
    AuthenticationFlowContext post(String... fields) {
        return post((UserModel) null, fields);
    }

    AuthenticationFlowContext post(UserModel user, String... fields) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return Fake.of(AuthenticationFlowContext.class)
                .returning("getAuthenticationSession", authentication)
                .returning("getRealm", realm)
                .returning("getExecution", execution())
                .returning("getSession", session(lookedUp::add))
                .returning("getUser", user)
                .returning(
                        "getHttpRequest",
                        Fake.of(HttpRequest.class)
                                .returning("getDecodedFormParameters", form)
                                .make())
                .returning("getEvent", new RecordedEvent())
                .answering("form", none -> forms())
                .noting("setUser", who -> outcomes.add("user " + ((UserModel) who[0]).getId()))
                .noting("attempted", none -> outcomes.add("attempted"))
                .noting("success", type -> outcomes.add("success" + (type == null ? "" : " " + type[0])))
                .noting("challenge", page -> outcomes.add("challenge"))
                .noting("forceChallenge", page -> outcomes.add("forceChallenge"))
                .noting("failureChallenge", why -> outcomes.add("failureChallenge " + why[0]))
                .noting("failure", why -> outcomes.add("failure " + why[0]))
                .make();
    }

    private static AuthenticationExecutionModel execution() {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setId("step");
        execution.setParentFlow("flow");
        return execution;
    }

    private static AuthenticationExecutionModel gate() {
        AuthenticationExecutionModel gate = new AuthenticationExecutionModel();
        gate.setAuthenticator("xt-reset-gate");
        gate.setRequirement(AuthenticationExecutionModel.Requirement.REQUIRED);
        return gate;
    }

    private void bookBehindTheAnswer(FailedCode failed) {
        Optional<UserModel> account = failed.account().find(session(behindTheAnswer -> {}), realm());
        eventErrors.add(failed.error());
        eventDetails.putAll(failed.event().getDetails());
        eventUsers.add(account.map(UserModel::getId).orElse("nobody"));
        if (failed.isGuess() && account.isPresent()) {
            booked.add("first failed");
        }
    }

    /** @param lookUp told of each address whose account is looked up */
    private KeycloakSession session(Consumer<String> lookUp) {
        KeycloakContext context = Fake.of(KeycloakContext.class)
                .returning("resolveLocale", Locale.ENGLISH)
                .returning("getConnection", Fake.of(ClientConnection.class).make())
                .make();
        Map<Class<?>, Object> providers = Map.of(
                OneTimePasscodeProvider.class,
                engine,
                KeycloakCompat.class,
                Fake.of(KeycloakCompat.class)
                        .answering("loginFailures", none -> failures())
                        .make(),
                UserFlowProvider.class,
                Fake.of(UserFlowProvider.class)
                        .answering("forApp", app -> appFlow)
                        .returning("identityProviders", List.of())
                        .make());
        return Fake.of(KeycloakSession.class)
                .returning("getContext", context)
                .returning(
                        "users",
                        Fake.of(UserProvider.class)
                                .answering("getUserByEmail", address -> {
                                    lookUp.accept((String) address[1]);
                                    return accounts.get(address[1]);
                                })
                                .make())
                .answering("getProvider", type -> providers.get(type[0]))
                .make();
    }

    private LoginFailures failures() {
        return Fake.of(LoginFailures.class)
                .answering("isLockedOut", user -> lockedOut)
                .noting("firstFactorFailed", user -> booked.add("first failed"))
                .noting("firstFactorSucceeded", user -> booked.add("first succeeded"))
                .noting("secondFactorFailed", user -> booked.add("failed"))
                .noting("secondFactorSucceeded", user -> booked.add("succeeded"))
                .make();
    }

    private LoginFormsProvider forms() {
        List<String> messages = new ArrayList<>();
        return Fake.of(LoginFormsProvider.class)
                .noting("setError", key -> messages.add((String) key[0]))
                .noting("setInfo", key -> messages.add((String) key[0]))
                .noting("setSuccess", key -> messages.add((String) key[0]))
                .noting("addError", error -> {
                    FormMessage message = (FormMessage) error[0];
                    messages.add(message.getField() + ":" + message.getMessage());
                })
                .noting("setAttribute", attribute -> {
                    model = (Map<?, ?>) attribute[1];
                })
                .noting("createForm", page -> {
                    pages.add(String.join(" ", page[0].toString(), String.join(" ", messages))
                            .strip());
                })
                .noting("createErrorPage", status -> {
                    pages.add("error.ftl " + String.join(" ", messages));
                })
                .make();
    }

    private final class RecordedEvent extends EventBuilder {

        RecordedEvent() {
            super(
                    Fake.of(RealmModel.class).make(),
                    Fake.of(KeycloakSession.class)
                            .returning(
                                    "getKeycloakSessionFactory",
                                    Fake.of(KeycloakSessionFactory.class).make())
                            .make(),
                    Fake.of(ClientConnection.class).make());
        }

        @Override
        public void error(String error) {
            eventErrors.add(error);
            Map<String, String> details = getEvent().getDetails();
            eventDetails.putAll(details == null ? Map.of() : details);
        }
    }
}
