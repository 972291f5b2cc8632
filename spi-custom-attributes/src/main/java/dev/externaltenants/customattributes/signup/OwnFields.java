package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.MigrationAttribute;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Which attributes of an account its customer sees: what a user flow asks for, as it asks, and whatever else the account has.
 * The realm's user profile must let the customer see it.
 */
final class OwnFields {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Shown in a place of their own. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.LOCALE);

    /** What begins so is ours, not the customer's. */
    private static final String MARK = "xt.";

    private final UserModel user;
    private final Attributes profile;
    private final Map<String, List<AttributeInput>> asked;
    private final List<TenantAttribute> catalogue;

    OwnFields(KeycloakSession session, RealmModel realm, UserModel user) {
        this.user = user;
        this.profile = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.ACCOUNT, user)
                .getAttributes();
        this.asked = UserFlowProvider.of(session)
                .list(realm)
                .filter(UserFlow::enabled)
                .flatMap(flow -> flow.attributes().stream())
                .collect(Collectors.groupingBy(AttributeInput::name));
        this.catalogue = CustomAttributeProvider.of(session)
                .catalogue(realm)
                .filter(attribute -> attribute != BuiltInAttribute.USERNAME)
                .filter(attribute -> !MigrationAttribute.is(attribute.key()))
                .toList();
    }

    List<SignUpField> list(boolean mayChange) {
        Set<String> unmanaged = profile.getUnmanagedAttributes().keySet();
        Map<String, List<String>> readable = profile.getReadable();
        return Stream.concat(catalogue.stream(), others(readable.keySet()))
                .filter(attribute -> readable.containsKey(attribute.userAttribute()))
                .filter(attribute -> !unmanaged.contains(attribute.userAttribute()))
                .map(attribute -> field(attribute, mayChange))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What an operator put into the user profile past our catalogue. */
    private Stream<TenantAttribute> others(Set<String> readable) {
        Map<String, TenantAttribute> known =
                catalogue.stream().collect(Collectors.toMap(TenantAttribute::userAttribute, Function.identity()));
        return readable.stream()
                .filter(name -> !known.containsKey(name) && !OF_THE_ACCOUNT.contains(name) && !name.startsWith(MARK))
                .filter(name -> !MigrationAttribute.is(name))
                .sorted()
                .map(name -> new CustomAttribute(
                        name, profile.getMetadata(name).getAttributeDisplayName(), null, DataType.STRING));
    }

    private Optional<SignUpField> field(TenantAttribute attribute, boolean mayChange) {
        return input(attribute).map(input -> {
            boolean editable = mayChange
                    && input.editable()
                    && !profile.isReadOnly(attribute.userAttribute())
                    && !hasUnshownValues(attribute, input);
            boolean required = input.required() || profile.isRequired(attribute.userAttribute());
            return new SignUpField(copy(input, editable, required), attribute);
        });
    }

    private Optional<AttributeInput> input(TenantAttribute attribute) {
        List<AttributeInput> inputs = asked.getOrDefault(attribute.key(), List.of());
        // A consent is withdrawn, with a receipt, and not unticked beside a phone number.
        if (inputs.stream().anyMatch(input -> input.consent() != null)) {
            return Optional.empty();
        }
        if (inputs.isEmpty()) {
            return value(attribute).map(value -> byType(attribute, value));
        }
        return inputs.stream()
                .filter(AttributeInput::answeredByCustomer)
                .findFirst()
                .or(() -> inputs.stream().filter(input -> !input.hidden()).findFirst());
    }

    /** A control for one value must not cost the others that an operator stored beside it. */
    private boolean hasUnshownValues(TenantAttribute attribute, AttributeInput input) {
        return input.inputType() != InputType.CHECKBOXES
                && user.getAttributeStream(attribute.userAttribute()).count() > 1;
    }

    private Optional<String> value(TenantAttribute attribute) {
        return user.getAttributeStream(attribute.userAttribute())
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Asks for a value that no user flow asks for. */
    private static AttributeInput byType(TenantAttribute attribute, String value) {
        boolean country = attribute == BuiltInAttribute.COUNTRY && COUNTRIES.contains(value);
        InputType control =
                switch (attribute.dataType()) {
                    case STRING, STRING_COLLECTION -> country ? InputType.COUNTRY : InputType.TEXT;
                    case INT -> InputType.NUMERIC;
                    case BOOLEAN -> InputType.CHECKBOX;
                    case DATE -> InputType.DATE;
                    case DATE_TIME -> InputType.DATE_TIME;
                };
        // Without a list of options there is no control for several values.
        boolean editable = attribute.dataType() != DataType.STRING_COLLECTION;
        return new AttributeInput(
                attribute.key(), null, null, null, control, false, editable, false, null, null, null, null, null);
    }

    private static AttributeInput copy(AttributeInput input, boolean editable, boolean required) {
        return new AttributeInput(
                input.name(),
                input.label(),
                input.helpText(),
                input.placeholder(),
                input.inputType(),
                required,
                editable,
                false,
                null,
                input.pattern(),
                input.patternMessage(),
                input.options(),
                null);
    }
}
