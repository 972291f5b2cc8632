package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.input.Option;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A control that cannot show a stored value does not lose it. */
final class ChangedValueTest {

    @Test
    void aBoxThatNobodyEverTickedStaysUnanswered() {
        SignUpField box = field("newsletter", DataType.BOOLEAN, InputType.CHECKBOX);

        assertThat(new ChangedValue(box, List.of()).by(List.of("false"))).isEmpty();
        assertThat(new ChangedValue(box, List.of("true")).by(List.of("false"))).containsExactly("false");
        assertThat(new ChangedValue(box, List.of()).by(List.of("true"))).containsExactly("true");
    }

    @Test
    void aValueOfNoBoxStaysBesideThoseThatAreTicked() {
        SignUpField boxes = field("interests", DataType.STRING_COLLECTION, InputType.CHECKBOXES, "coffee", "tea");

        assertThat(new ChangedValue(boxes, List.of("cocoa", "coffee")).by(List.of("tea")))
                .containsExactly("tea", "cocoa");
        assertThat(new ChangedValue(boxes, List.of("cocoa")).by(List.of())).containsExactly("cocoa");
        assertThat(new ChangedValue(boxes, List.of("coffee")).by(List.of())).isEmpty();
    }

    @Test
    void theSameWhereAllValuesAreOneText() {
        SignUpField boxes = field("interests", DataType.STRING, InputType.CHECKBOXES, "coffee", "tea");

        assertThat(new ChangedValue(boxes, List.of("cocoa,coffee")).by(List.of("tea")))
                .containsExactly("tea,cocoa");
        assertThat(new ChangedValue(boxes, List.of("coffee")).by(List.of())).isEmpty();
    }

    @Test
    void anOptionThatWasTakenAwayStaysUntilAnotherIsChosen() {
        SignUpField choice = field("roast", DataType.STRING, InputType.SELECT, "light", "dark");

        assertThat(new ChangedValue(choice, List.of("medium")).by(List.of())).containsExactly("medium");
        assertThat(new ChangedValue(choice, List.of("medium")).by(List.of("dark")))
                .containsExactly("dark");
        assertThat(new ChangedValue(choice, List.of("dark")).by(List.of())).isEmpty();
    }

    @Test
    void aCountryThatWasTypedStaysUntilOneIsChosen() {
        SignUpField country = field(BuiltInAttribute.COUNTRY, InputType.COUNTRY);

        assertThat(new ChangedValue(country, List.of("Norway")).by(List.of())).containsExactly("Norway");
        assertThat(new ChangedValue(country, List.of("NO")).by(List.of())).isEmpty();
        assertThat(new ChangedValue(country, List.of("Norway")).by(List.of("NO")))
                .containsExactly("NO");
    }

    @Test
    void aTextIsWhatTheCustomerTypes() {
        SignUpField text = field("nick", DataType.STRING, InputType.TEXT);

        assertThat(new ChangedValue(text, List.of("Kim")).by(List.of())).isEmpty();
    }

    private static SignUpField field(String name, DataType type, InputType control, String... options) {
        return field(new CustomAttribute(name, null, null, type), control, options);
    }

    private static SignUpField field(TenantAttribute attribute, InputType control, String... options) {
        List<Option> listed = List.of(options).stream()
                .map(value -> new Option(LocalText.of(value), value))
                .toList();
        return new SignUpField(
                new AttributeInput(
                        attribute.key(), null, null, null, control, false, true, false, null, null, null, listed, null),
                attribute);
    }
}
