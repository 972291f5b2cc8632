package dev.externaltenants.claimsextension.contract;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Attribute collection submit: what becomes of what a customer entered. */
public final class AttributeCollectionSubmit implements CalloutContract<CollectionSubmit> {

    private final UserSignUpInfo signUp;

    public AttributeCollectionSubmit(UserSignUpInfo signUp) {
        this.signUp = signUp;
    }

    @Override
    public AuthenticationEvent event() {
        return AuthenticationEvent.ATTRIBUTE_COLLECTION_SUBMIT;
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
    public CollectionSubmit read(CalloutAnswer answer) throws CalloutException {
        JsonNode action = answer.members();
        return switch (answer.action()) {
            case "continuewithdefaultbehavior" -> new CollectionSubmit.Continue();
            case "modifyattributevalues" -> new CollectionSubmit.Modify(signUp.values(action, "attributes"));
            case "showvalidationerror" ->
                new CollectionSubmit.Invalid(
                        Texts.ofAction(action, "message"), signUp.texts(action, "attributeErrors"));
            case "showblockpage" -> new CollectionSubmit.Block(Texts.blockPage(action));
            default -> throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        };
    }
}
