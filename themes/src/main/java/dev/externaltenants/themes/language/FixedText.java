package dev.externaltenants.themes.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The texts that every tenant may word, under the names that Entra has in the language files of its user flows
 * (learn.microsoft.com, how-to-customize-languages-customers), and our messages that they stand for.
 */
enum FixedText {
    ATTRIBUTE_COLLECTION_TITLE("AttributeCollection_Title", "xtAttributesTitle"),
    /** Shown where there is one; of ours there is none. */
    ATTRIBUTE_COLLECTION_DESCRIPTION("AttributeCollection_Description", "xtAttributesDescription"),
    CITY("Attribute_City", AttributeText.message("city")),
    COUNTRY("Attribute_Country", AttributeText.message("country")),
    DISPLAY_NAME("Attribute_DisplayName", AttributeText.message("displayName")),
    EMAIL("Attribute_Email", "xtEmailLabel"),
    CONFIRMATION("Attribute_Generic_ConfirmationLabel", "xtPasswordConfirmLabel"),
    GIVEN_NAME("Attribute_GivenName", AttributeText.message("givenName")),
    JOB_TITLE("Attribute_JobTitle", AttributeText.message("jobTitle")),
    PASSWORD("Attribute_Password", "xtPasswordLabel"),
    MISMATCH("Attribute_Password_MismatchErrorString", "xtPasswordMismatch"),
    POSTAL_CODE("Attribute_PostalCode", AttributeText.message("postalCode")),
    STATE("Attribute_State", AttributeText.message("state")),
    STREET_ADDRESS("Attribute_StreetAddress", AttributeText.message("streetAddress")),
    SURNAME("Attribute_Surname", AttributeText.message("surname")),
    /** Likewise; at the foot of the page a brand's sign-in text says more. */
    SIGN_IN_DESCRIPTION("SignIn_Description", "xtIdentifyDescription"),
    SIGN_IN_TITLE("SignIn_Title", "xtIdentifyTitle"),
    SIGN_UP_DESCRIPTION("SignUp_Description", "xtSignUpIntro"),
    SIGN_UP_TITLE("SignUp_Title", "xtSignUpTitle"),
    ONE_TIME_CODE_TITLE("SisuOtc_Title", "xtCodeTitleSignUp", "xtCodeTitleSignIn");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> messages;

    FixedText(String key, String... messages) {
        this.key = key;
        this.messages = List.of(messages);
    }

    static Optional<FixedText> named(String key) {
        return Arrays.stream(values()).filter(text -> text.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** Returns the keys of our messages, of which the first is the default; a description has no default. */
    List<String> messages() {
        return messages;
    }

    /** Whether a text may hold {@code {0}}, which stands for the name of the field that is to be repeated. */
    boolean hasPlaceholder() {
        return this == CONFIRMATION;
    }
}
