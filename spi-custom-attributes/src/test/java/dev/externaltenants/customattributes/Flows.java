package dev.externaltenants.customattributes;

import java.util.List;
import java.util.Map;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.AttributeInput;
import dev.externaltenants.userflow.UserFlow.InputType;
import dev.externaltenants.userflow.UserFlow.Option;
import dev.externaltenants.userflow.UserFlow.SignUp;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;

/** User flows for tests. */
public final class Flows {

    private Flows() {}

    public static UserFlow asking(AttributeInput... inputs) {
        return new UserFlow("id", "default", null, null, true, null, null, List.of(inputs), null, null, 1L);
    }

    public static UserFlow byCode(AttributeInput... inputs) {
        return new UserFlow(
                "id",
                "default",
                null,
                null,
                true,
                new SignUp(true, List.of(SignUpMethod.EMAIL_OTP)),
                null,
                List.of(inputs),
                null,
                null,
                1L);
    }

    public static UserFlow withoutSignUp(AttributeInput... inputs) {
        return new UserFlow(
                "id", "default", null, null, true, new SignUp(false, null), null, List.of(inputs), null, null, 1L);
    }

    public static AttributeInput optional(String name, InputType type, Option... options) {
        return new AttributeInput(name, Map.of(), type, false, null, List.of(options));
    }

    public static AttributeInput required(String name, InputType type, Option... options) {
        return new AttributeInput(name, Map.of(), type, true, null, List.of(options));
    }

    public static AttributeInput matching(String name, InputType type, String pattern) {
        return new AttributeInput(name, Map.of(), type, false, pattern, List.of());
    }

    public static CustomAttribute custom(String name, DataType type) {
        return new CustomAttribute(name, null, null, type);
    }
}
