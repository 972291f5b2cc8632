package dev.externaltenants.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Every language says everything, and nothing is said that no page needs. */
final class MessageBundlesTest {

    /** By language: the theme reads its files anew each time. */
    private static final Map<String, Properties> TEXTS = new ConcurrentHashMap<>();

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path MESSAGES = RESOURCES.resolve("theme-resources/messages");

    /** A key given to msg(), or the beginning of one that the template completes with + kind or + change. */
    private static final Pattern USE = Pattern.compile("msg\\(\"([A-Za-z]+)\"( \\+ kind| \\+ change)?");

    /** Texts that the Java side names; no template mentions them. */
    private static final Set<String> SET_BY_STEPS = Set.of(
            "xtAttribute.displayName",
            "xtAttribute.jobTitle",
            "xtEmailInvalid",
            "xtCodeMissing",
            "xtCodeWrong",
            "xtCodeExpired",
            "xtCodeTooManyTries",
            "xtCodeLockedOut",
            "xtCodeResent",
            "xtCodeResentSame",
            "xtCodeDeliveryFailed",
            "xtCodeTooManyMails",
            "xtCodeCoolingDown",
            "xtCodeSubject",
            "xtCodeSubjectWithCode",
            "xtInvitationSubject",
            "xtNoCodeSubject",
            "xtNoResetSubject",
            "xtPasswordChangedSubject",
            "xtEmailChangedSubject",
            "xtMeansChangedSubject",
            "xtNoChangeSubject",
            "xtEmailChangeSame",
            "xtResetNotOffered",
            "xtResetEnded",
            "xtResetSignIn",
            "xtSignUpNotOffered",
            "xtProviderNotOffered",
            "xtLinkNotPossible",
            "xtSignUpUnavailable",
            "xtLinkPasswordWrong",
            "xtSecondFactorMissing",
            "xtSecondFactorSetUp",
            "xtAccountFactorAdded",
            "xtAccountFactorRemoved",
            "xtAppUnavailable",
            "xtSignInEnded",
            "xtIdentifierInvalid",
            "xtSignInRefused",
            "xtSignInRefusedWithUsernames",
            "xtPasswordMissing",
            "xtPasswordMismatch",
            "xtPasswordCharacterClasses",
            "xtPasswordOtherCharacters",
            "xtPasswordBanned",
            "xtAttributeRequired",
            "xtUsernameTaken",
            "xtUsernameTooManyTries",
            "xtAttributeInvalid",
            "xtAttributeTooLong",
            "xtAttributeNotANumber",
            "xtAttributeNotAnOption",
            "xtAttributeNoneChosen",
            "xtAttributeNotADate",
            "xtAttributeNotADateTime",
            "xtPlainText",
            "xtAccountSaved",
            "xtAccountPasswordChanged",
            "xtAccountEmailChanged",
            "xtAccountConnected",
            "xtAccountDisconnected",
            "xtAccountDeviceForgotten",
            "xtAccountDevicesForgotten",
            "xtAccountSignedOutElsewhere",
            "xtAccountWithdrawn",
            "xtAccountFormOutdated",
            "xtAccountNotSignedIn",
            "xtAccountNotPossible",
            "xtAccountNotAllowed",
            "xtYes",
            "xtNo",
            "xtConsentRequired",
            "xt-email-code-display-name",
            "xt-email-code-help-text",
            "xt-recovery-code-display-name",
            "xt-recovery-code-help-text");

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheKeysOfEnglish(String language) {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAPatternThatTakesItsValues(String language) {
        for (String key : keys(language)) {
            assertThatCode(() -> new MessageFormat(text(language, key), locale(language)).format(new Object[] {1}))
                    .as("%s in %s", key, language)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextShowsAsManyApostrophesAsItMeans(String language) {
        for (String key : keys(language)) {
            assertThat(text(language, key).replace("''", ""))
                    .as("%s in %s", key, language)
                    .doesNotContain("'");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextUsesTheValuesThatEnglishUses(String language) {
        for (String key : keys("en")) {
            assertThat(placeholders(text(language, key)))
                    .as("%s in %s", key, language)
                    .isEqualTo(placeholders(text("en", key)));
        }
    }

    @Test
    void everyTextThatATemplateNamesExistsInOursOrInBase() {
        Set<String> missing = usedByTemplates();
        missing.removeAll(Page.LOGIN.getMessages(Locale.ENGLISH).stringPropertyNames());
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsTranslatedThatNothingNames() {
        Set<String> needed = new TreeSet<>(SET_BY_STEPS);
        usedByTemplates().stream().filter(key -> key.startsWith("xt")).forEach(needed::add);
        assertThat(keys("en")).isEqualTo(needed);
    }

    static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceAll("messages_|\\.properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> keys(String language) {
        Set<String> keys = new TreeSet<>();
        for (String line : read(MESSAGES.resolve("messages_" + language + ".properties"))
                .lines()
                .toList()) {
            if (line.contains("=") && !line.startsWith("#")) {
                assertThat(keys.add(line.substring(0, line.indexOf('='))))
                        .as("twice: " + line)
                        .isTrue();
            }
        }
        return keys;
    }

    private static String text(String language, String key) {
        return TEXTS.computeIfAbsent(language, other -> Page.LOGIN.getMessages(locale(other)))
                .getProperty(key);
    }

    private static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("\\{\\d")
                .matcher(text)
                .results()
                .map(hit -> hit.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> usedByTemplates() {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            files.filter(file -> file.toString().endsWith(".ftl")).forEach(file -> USE.matcher(read(file))
                    .results()
                    .forEach(use -> keys.addAll(completions(use.group(2))
                            .map(end -> use.group(1) + end)
                            .toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static Stream<String> completions(String use) {
        if (use == null) {
            return Stream.of("");
        }
        return use.endsWith("kind")
                ? Stream.of("SignUp", "SignIn", "Mfa", "Reset", "Change")
                : Stream.of("Reset", "Password", "Given", "Email", "Added", "Removed");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
