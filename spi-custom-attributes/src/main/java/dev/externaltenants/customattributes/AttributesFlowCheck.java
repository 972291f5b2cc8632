package dev.externaltenants.customattributes;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.signup.DefaultValue;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowCheck;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;
import org.keycloak.models.RealmModel;

/** A user flow collects only attributes that the tenant has, each by a control that suits its type. */
final class AttributesFlowCheck implements UserFlowCheck {

    private final Function<RealmModel, Stream<TenantAttribute>> catalogue;

    AttributesFlowCheck(Function<RealmModel, Stream<TenantAttribute>> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void check(RealmModel realm, UserFlow flow) {
        Map<String, TenantAttribute> known =
                catalogue.apply(realm).collect(Collectors.toMap(TenantAttribute::key, Function.identity()));
        List<AttributeInput> inputs = flow.attributes();
        for (int i = 0; i < inputs.size(); i++) {
            check(inputs.get(i), known.get(inputs.get(i).name()), "attributes[" + i + "]");
        }
    }

    private static void check(AttributeInput input, TenantAttribute attribute, String path) {
        if (attribute == null) {
            throw TenantException.invalid(
                    "xt_attribute_unknown", path + ".name", "The tenant has no attribute " + input.name() + ".");
        }
        if (MigrationAttribute.is(attribute.key())) {
            throw TenantException.invalid(
                    "xt_attribute_of_administrators",
                    path + ".name",
                    "Only administrators write " + attribute.key() + ": it says whose password is yet to be migrated.");
        }
        if (!attribute.suits(input.inputType())) {
            throw TenantException.invalid(
                    "xt_attribute_input_type_unsuitable",
                    path + ".inputType",
                    input.inputType() + " cannot ask for " + attribute.key() + ", which is of type "
                            + attribute.dataType() + ".");
        }
        if (longestValue(input, attribute) > attribute.maxLength()) {
            throw TenantException.invalid(
                    "xt_attribute_option_too_long",
                    path + ".options",
                    "Values of " + attribute.key() + " have at most " + attribute.maxLength() + " characters.");
        }
        if (!DefaultValue.isGood(new SignUpField(input, attribute))) {
            throw TenantException.invalid(
                    "xt_flow_default_value_invalid",
                    path + ".defaultValue",
                    "The default value is none that a customer could give.");
        }
    }

    /** All boxes of a text may be ticked at once, and are then stored as one value. */
    private static int longestValue(AttributeInput input, TenantAttribute attribute) {
        IntStream lengths =
                input.options().stream().map(Option::value).mapToInt(value -> value.codePointCount(0, value.length()));
        return input.inputType() == InputType.CHECKBOXES && attribute.dataType() == DataType.STRING
                ? lengths.sum() + input.options().size() - 1
                : lengths.max().orElse(0);
    }
}
