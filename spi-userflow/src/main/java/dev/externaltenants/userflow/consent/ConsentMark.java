package dev.externaltenants.userflow.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.ConsentDocument;
import org.keycloak.models.UserModel;

/**
 * What a customer answered last about a document, noted at the account, so that a sign-in need not read receipts. Whether the
 * box is ticked now is the attribute's value.
 *
 * @param given false where the customer was asked and left the box, or took the consent back
 */
public record ConsentMark(String attribute, ConsentDocument consent, boolean given) {

    /** Has a value for each attribute and document; only administrators see it. */
    public static final String USER_ATTRIBUTE = "xt.consents";

    private static final String GIVEN = "given";
    private static final String DECLINED = "declined";
    private static final String SEPARATOR = " ";

    public static Stream<ConsentMark> of(UserModel customer) {
        return customer.getAttributeStream(USER_ATTRIBUTE)
                .map(ConsentMark::read)
                .flatMap(Optional::stream);
    }

    /** Puts these marks in the place of all that the account has. */
    public static void write(UserModel customer, List<ConsentMark> marks) {
        customer.setAttribute(
                USER_ATTRIBUTE, marks.stream().map(ConsentMark::value).toList());
    }

    /** Returns whether this is about the field's document, of whatever version. */
    public boolean isAbout(AttributeInput input) {
        return attribute.equals(input.name())
                && consent.document().equals(input.consent().document());
    }

    /** Returns whether this is about the very version that the field asks for. */
    boolean answers(AttributeInput input) {
        return attribute.equals(input.name()) && consent.equals(input.consent());
    }

    /** Returns the mark after the consent was taken back. */
    public ConsentMark declined() {
        return new ConsentMark(attribute, consent, false);
    }

    /** Names of attributes have no spaces; versions had, in user flows of earlier versions of ours. */
    String value() {
        return String.join(
                SEPARATOR,
                attribute,
                given ? GIVEN : DECLINED,
                consent.version().replace("%", "%25").replace(SEPARATOR, "%20"),
                consent.document());
    }

    /** What somebody else wrote there marks nothing. */
    static Optional<ConsentMark> read(String value) {
        String[] parts = value.split(SEPARATOR, 4);
        return parts.length == 4 && Arrays.asList(GIVEN, DECLINED).contains(parts[1])
                ? Optional.of(new ConsentMark(
                        parts[0],
                        new ConsentDocument(
                                parts[3], parts[2].replace("%20", SEPARATOR).replace("%25", "%")),
                        parts[1].equals(GIVEN)))
                : Optional.empty();
    }
}
