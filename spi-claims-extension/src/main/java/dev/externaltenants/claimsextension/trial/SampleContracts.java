package dev.externaltenants.claimsextension.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.userflow.AuthenticationEvent;

/** The contract of each event with sample data, and the name of the action that an API answers. */
final class SampleContracts {

    private static final Map<String, Object> SIGN_UP = Map.of(
            "userSignUpInfo",
            Map.of(
                    "attributes",
                    Map.of(
                            "givenName",
                            Map.of(
                                    "@odata.type",
                                    "microsoft.graph.stringDirectoryAttributeValue",
                                    "value",
                                    "Sample",
                                    "attributeType",
                                    "builtIn")),
                    "identities",
                    List.of(Map.of(
                            "signInType",
                            "email",
                            "issuer",
                            "sample.example",
                            "issuerAssignedId",
                            SampleSubject.EMAIL))));

    private static final Map<String, Object> PASSCODE =
            Map.of("otpContext", Map.of("identifier", SampleSubject.EMAIL, "oneTimeCode", "00000000"));

    private SampleContracts() {}

    /** Returns nothing for password submit, whose call carries a password that only a customer types. */
    static Optional<CalloutContract<String>> of(AuthenticationEvent event) {
        return switch (event) {
            case TOKEN_ISSUANCE_START -> Optional.of(new Named(new TokenIssuanceStart()));
            case ATTRIBUTE_COLLECTION_START ->
                Optional.of(new Sample(
                        event, SIGN_UP, Set.of("continuewithdefaultbehavior", "setprefillvalues", "showblockpage")));
            case ATTRIBUTE_COLLECTION_SUBMIT ->
                Optional.of(new Sample(
                        event,
                        SIGN_UP,
                        Set.of(
                                "continuewithdefaultbehavior",
                                "modifyattributevalues",
                                "showvalidationerror",
                                "showblockpage")));
            case OTP_SEND -> Optional.of(new Sample(event, PASSCODE, Set.of("continuewithdefaultbehavior")));
            case PASSWORD_SUBMIT -> Optional.empty();
        };
    }

    /** The contract that sign-in has, of whose answer only the action's name is told. */
    private record Named(CalloutContract<?> contract) implements CalloutContract<String> {

        @Override
        public AuthenticationEvent event() {
            return contract.event();
        }

        @Override
        public Map<String, Object> data() {
            return contract.data();
        }

        @Override
        public String read(CalloutAnswer answer) throws CalloutException {
            contract.read(answer);
            return action(answer);
        }
    }

    /** An event of which the envelope and the action's name are judged. */
    private record Sample(AuthenticationEvent event, Map<String, Object> data, Set<String> actions)
            implements CalloutContract<String> {

        @Override
        public String read(CalloutAnswer answer) throws CalloutException {
            if (!actions.contains(answer.action())) {
                throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
            }
            return action(answer);
        }
    }

    /** As the API wrote it. */
    private static String action(CalloutAnswer answer) {
        String type = answer.members().path("@odata.type").asText();
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
