package dev.externaltenants.customattributes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUp;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.input.Option;

/** User flows for tests. */
public final class Flows {

    private Flows() {}

    public static UserFlow asking(AttributeInput... inputs) {
        return new UserFlow("id", "default", null, null, true, null, null, List.of(inputs), null, null, null, null, 1L);
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
                null,
                null,
                1L);
    }

    public static UserFlow withoutSignUp(AttributeInput... inputs) {
        return new UserFlow(
                "id",
                "default",
                null,
                null,
                true,
                new SignUp(false, null),
                null,
                List.of(inputs),
                null,
                null,
                null,
                null,
                1L);
    }

    public static AttributeInput optional(String name, InputType type, Option... options) {
        return Field.named(name).by(type).offering(options).input();
    }

    public static AttributeInput required(String name, InputType type, Option... options) {
        return Field.named(name).by(type).offering(options).required().input();
    }

    public static AttributeInput matching(String name, InputType type, String pattern) {
        return Field.named(name).by(type).matching(pattern).input();
    }

    public static Option option(String text, String value) {
        return new Option(LocalText.of(text), value);
    }

    /** Returns values as a form sends them, one under each name. */
    public static Map<String, List<String>> submitted(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> List.of(value.getValue())));
    }

    public static CustomAttribute custom(String name, DataType type) {
        return new CustomAttribute(name, null, null, type);
    }
}
