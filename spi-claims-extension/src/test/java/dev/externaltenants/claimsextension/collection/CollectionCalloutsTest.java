package dev.externaltenants.claimsextension.collection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutProvider;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollection.Collected;
import dev.externaltenants.customattributes.hook.AttributeCollection.FederatedIdentity;
import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import dev.externaltenants.customattributes.hook.HookFailure;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.junit.jupiter.api.Test;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import static org.assertj.core.api.Assertions.assertThat;

class CollectionCalloutsTest {

    private static final CalloutResult<?> FAILURE =
            new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ofSeconds(1), 2);

    private final List<CalloutRequest> requests = new ArrayList<>();
    private final List<CalloutContract<?>> contracts = new ArrayList<>();
    private UserFlow.Extensions extensions = new UserFlow.Extensions(null, Extensions.ID, Extensions.ID, null, null);
    private BehaviorOnError behavior = BehaviorOnError.FAIL;
    private CalloutResult<?> result = FAILURE;

    @Test
    void asksNobodyWhereTheFlowNamesNoExtension() {
        extensions = UserFlow.Extensions.NONE;

        assertThat(hook().onStart(collection())).isEqualTo(new CollectionStart.Continue());
        assertThat(hook().onSubmit(collection())).isEqualTo(new CollectionSubmit.Continue());
        assertThat(requests).isEmpty();
    }

    @Test
    void handsOnWhatTheApiSays() {
        CollectionStart block = new CollectionStart.Block(new BlockPage("No", "Not here"));
        result = new CalloutResult.Answered<>(block);

        assertThat(hook().onStart(collection())).isEqualTo(block);
        assertThat(contracts.get(0).event()).isEqualTo(AuthenticationEvent.ATTRIBUTE_COLLECTION_START);
    }

    @Test
    void tellsTheApiWhatIsCollectedAtWhichAppAndFromWhom() {
        hook().onSubmit(collection());

        CalloutRequest request = requests.get(0);
        assertThat(request.issuer()).isEqualTo("https://login.example.org/realms/contoso");
        assertThat(request.listenerId()).isEqualTo("flow");
        assertThat(request.ip()).isEqualTo("192.0.2.7");
        assertThat(request.locale()).isEqualTo("de");
        assertThat(request.client()).isEqualTo(new CalloutRequest.App("app-id", "shop", "Shop"));
        assertThat(request.user()).isNull();
        Map<?, ?> info = (Map<?, ?>) contracts.get(0).data().get("userSignUpInfo");
        Map<?, ?> attributes = (Map<?, ?>) info.get("attributes");
        assertThat(attributes.keySet().toString()).matches("\\[city, (extension_[0-9a-f]{32}_\\w+(, )?){3}]");
        List<Object> values = new ArrayList<>();
        attributes.values().forEach(member -> values.add(((Map<?, ?>) member).get("value")));
        assertThat(values).containsExactly("Oslo", 1990L, true, "chess,go");
        assertThat(info.get("identities"))
                .isEqualTo(List.of(
                        Map.of(
                                "signInType",
                                "email",
                                "issuer",
                                "https://login.example.org/realms/contoso",
                                "issuerAssignedId",
                                "dana@example.org"),
                        Map.of("signInType", "federated", "issuer", "acme", "issuerAssignedId", "4711")));
    }

    @Test
    void failsWhereTheApiFailsAndTellsOperatorsWhy() {
        HookFailure failure = new HookFailure(
                "xt_callout_failed",
                Map.of("xt_callout_error", "1003005", "xt_extension", "rules", "xt_user_flow", "default"));

        assertThat(hook().onStart(collection())).isEqualTo(new CollectionStart.Failed(failure));
        assertThat(hook().onSubmit(collection())).isEqualTo(new CollectionSubmit.Failed(failure));
    }

    @Test
    void goesOnWhereTheApiMayFail() {
        behavior = BehaviorOnError.CONTINUE;

        assertThat(hook().onStart(collection())).isEqualTo(new CollectionStart.Continue());
        assertThat(hook().onSubmit(collection())).isEqualTo(new CollectionSubmit.Continue());
    }

    @Test
    void failsWhereTheExtensionIsGone() {
        extensions = new UserFlow.Extensions(null, "gone", null, null, null);
        behavior = BehaviorOnError.CONTINUE;

        assertThat(hook().onStart(collection()))
                .isInstanceOfSatisfying(
                        CollectionStart.Failed.class,
                        failed -> assertThat(failed.failure().details()).containsEntry("xt_callout_error", "1003011"));
    }

    private CollectionCallouts hook() {
        return new CollectionCallouts(session(), any -> "https://login.example.org/realms/contoso");
    }

    private AttributeCollection collection() {
        return new AttributeCollection(
                flow(),
                Locale.GERMAN,
                "dana@example.org",
                Optional.of(new FederatedIdentity("acme", "4711")),
                List.of(
                        new Collected(BuiltInAttribute.CITY, List.of("Oslo")),
                        new Collected(custom("birthYear", DataType.INT), List.of("1990")),
                        new Collected(custom("newsletter", DataType.BOOLEAN), List.of("true")),
                        new Collected(custom("hobbies", DataType.STRING_COLLECTION), List.of("chess", "go"))));
    }

    private static CustomAttribute custom(String name, DataType type) {
        return new CustomAttribute(name, null, null, type);
    }

    private UserFlow flow() {
        return new UserFlow("flow", "default", null, null, null, null, null, null, null, null, null, extensions, 1L);
    }

    private KeycloakSession session() {
        CustomExtension extension = Extensions.behaving(behavior);
        Map<Class<?>, Object> providers = new HashMap<>();
        providers.put(
                UserFlowProvider.class,
                Fake.of(UserFlowProvider.class)
                        .on("forApp", args -> new AppFlow.Assigned(flow()))
                        .get());
        providers.put(
                CustomExtensionProvider.class,
                Fake.of(CustomExtensionProvider.class)
                        .on("find", args -> Optional.of(extension)
                                .filter(known -> known.id().equals(args[1])))
                        .get());
        providers.put(
                AuthenticationEventListenerProvider.class,
                Fake.of(AuthenticationEventListenerProvider.class)
                        .on("forEvent", args -> Optional.empty())
                        .get());
        providers.put(
                CalloutProvider.class,
                Fake.of(CalloutProvider.class)
                        .on("call", args -> {
                            requests.add((CalloutRequest) args[0]);
                            contracts.add((CalloutContract<?>) args[1]);
                            return result;
                        })
                        .on("uncalled", args -> CalloutResult.Failed.untried((CalloutError) args[1]))
                        .get());
        return Fake.of(KeycloakSession.class)
                .on("getProvider", args -> providers.get((Class<?>) args[0]))
                .on("getContext", args -> context())
                .get();
    }

    private static KeycloakContext context() {
        RealmModel realm = Fake.of(RealmModel.class)
                .on("getId", args -> "realm-id")
                .on("getName", args -> "contoso")
                .get();
        ClientModel app = Fake.of(ClientModel.class)
                .on("getId", args -> "app-id")
                .on("getClientId", args -> "shop")
                .on("getName", args -> "Shop")
                .on("getProtocol", args -> "openid-connect")
                .on("getRealm", args -> realm)
                .get();
        return Fake.of(KeycloakContext.class)
                .on("getRealm", args -> realm)
                .on("getClient", args -> app)
                .on("getConnection", args -> Fake.of(ClientConnection.class)
                        .on("getRemoteAddr", none -> "192.0.2.7")
                        .get())
                .get();
    }
}
