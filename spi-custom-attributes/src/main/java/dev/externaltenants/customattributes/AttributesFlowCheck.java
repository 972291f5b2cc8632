package dev.externaltenants.customattributes;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.AttributeInput;
import dev.externaltenants.userflow.UserFlow.Option;
import dev.externaltenants.userflow.UserFlowCheck;
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
        if (!attribute.suits(input.inputType())) {
            throw TenantException.invalid(
                    "xt_attribute_input_type_unsuitable",
                    path + ".inputType",
                    input.inputType() + " cannot ask for " + attribute.key() + ", which is of type "
                            + attribute.dataType() + ".");
        }
        for (Option option : input.options()) {
            if (option.value().codePointCount(0, option.value().length()) > attribute.maxLength()) {
                throw TenantException.invalid(
                        "xt_attribute_option_too_long",
                        path + ".options",
                        "Values of " + attribute.key() + " have at most " + attribute.maxLength() + " characters.");
            }
        }
    }
}
