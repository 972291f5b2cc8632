package dev.externaltenants.claimsextension.collection;

import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.EventHandlers;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutFailure;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.claimsextension.contract.AttributeCollectionStart;
import dev.externaltenants.claimsextension.contract.AttributeCollectionSubmit;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import dev.externaltenants.customattributes.hook.HookFailure;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Asks the extension that the app's sign-up has at the start or the submit of its page, if it has one. */
final class CollectionCallouts implements AttributeCollectionHook {

    private final KeycloakSession session;
    private final Function<KeycloakSession, String> issuers;

    CollectionCallouts(KeycloakSession session, Function<KeycloakSession, String> issuers) {
        this.session = session;
        this.issuers = issuers;
    }

    @Override
    public CollectionStart onStart(AttributeCollection collection) {
        return ask(
                AuthenticationEvent.ATTRIBUTE_COLLECTION_START,
                collection,
                AttributeCollectionStart::new,
                new CollectionStart.Continue(),
                CollectionStart.Failed::new);
    }

    @Override
    public CollectionSubmit onSubmit(AttributeCollection collection) {
        return ask(
                AuthenticationEvent.ATTRIBUTE_COLLECTION_SUBMIT,
                collection,
                AttributeCollectionSubmit::new,
                new CollectionSubmit.Continue(),
                CollectionSubmit.Failed::new);
    }

    private <A> A ask(
            AuthenticationEvent event,
            AttributeCollection collection,
            Function<UserSignUpInfo, CalloutContract<A>> contract,
            A goOn,
            Function<HookFailure, A> fail) {
        ClientModel app = session.getContext().getClient();
        Optional<EventHandler> found = new EventHandlers(session)
                .find(app, UserFlowProvider.of(session).forApp(app), event);
        if (found.isEmpty()) {
            return goOn;
        }
        EventHandler handler = found.get();
        String issuer = issuers.apply(session);
        UserSignUpInfo told =
                new SignUpInfo(collection, WireNames.of(session.getContext().getRealm()), issuer).told();
        CalloutResult<A> result = new Callouts(session)
                .call(handler, new SignUpSubject(session, app, collection.locale(), issuer), contract.apply(told));
        if (result instanceof CalloutResult.Answered<A> answered) {
            return answered.answer();
        }
        return handler.behaviorOnError() == BehaviorOnError.CONTINUE
                ? goOn
                : fail.apply(new HookFailure(
                        CalloutFailure.ERROR,
                        CalloutFailure.details(collection.flow(), handler, (CalloutResult.Failed<?>) result)));
    }
}
