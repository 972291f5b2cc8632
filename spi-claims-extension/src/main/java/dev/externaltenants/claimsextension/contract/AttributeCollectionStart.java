package dev.externaltenants.claimsextension.contract;

import java.util.Map;

import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Attribute collection start: what the page that collects attributes begins with, or that nobody sees it. */
public final class AttributeCollectionStart implements CalloutContract<CollectionStart> {

    private final UserSignUpInfo signUp;

    public AttributeCollectionStart(UserSignUpInfo signUp) {
        this.signUp = signUp;
    }

    @Override
    public AuthenticationEvent event() {
        return AuthenticationEvent.ATTRIBUTE_COLLECTION_START;
    }

    @Override
    public Map<String, Object> data() {
        return signUp.data();
    }

    @Override
    public String subject() {
        return signUp.subject();
    }

    @Override
    public CollectionStart read(CalloutAnswer answer) throws CalloutException {
        return switch (answer.action()) {
            case "continuewithdefaultbehavior" -> new CollectionStart.Continue();
            case "setprefillvalues" -> new CollectionStart.Prefill(signUp.values(answer.members(), "inputs"));
            case "showblockpage" -> new CollectionStart.Block(Texts.blockPage(answer.members()));
            default -> throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        };
    }
}
