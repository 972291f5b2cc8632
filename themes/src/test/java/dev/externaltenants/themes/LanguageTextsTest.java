package dev.externaltenants.themes;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** What every text of every language has to be; a bundle that is added is tested without a word here. */
final class LanguageTextsTest {

    private static final Path THEME = Path.of("src/main/resources/theme/external-tenant");

    /** The letters of languages that are not written in Latin ones. */
    private static final Map<String, Set<UnicodeScript>> LETTERS = Map.ofEntries(
            entry("ar", Set.of(ARABIC)),
            entry("bg", Set.of(CYRILLIC)),
            entry("el", Set.of(GREEK)),
            entry("he", Set.of(HEBREW)),
            entry("ja", Set.of(HAN, HIRAGANA, KATAKANA)),
            entry("kk", Set.of(CYRILLIC)),
            entry("ko", Set.of(HANGUL)),
            entry("ru", Set.of(CYRILLIC)),
            entry("th", Set.of(THAI)),
            entry("uk", Set.of(CYRILLIC)),
            entry("zh_Hans", Set.of(HAN)),
            entry("zh_Hant", Set.of(HAN)));

    /** Words that some languages write as English does, and a text that is only a value. */
    private static final Set<String> MAY_BE_AS_IN_ENGLISH = Set.of(
            "xtPlainText",
            "xtCodeLabel",
            "xtNo",
            "xtOptional",
            "xtPasswordLabel",
            "xtMailMeansPasskey",
            "xtOr",
            "doNo",
            "password",
            "email",
            "inResource",
            "password-display-name",
            "webauthn-display-name",
            "webauthn-passwordless-display-name");

    private static final String WORDS_OF_ENGLISH_ALONE = "(?is).*\\b(the|your|please|you|this)\\b.*";

    /** Some languages need more room; more than this is an explanation, not a translation. */
    private static final double LENGTH_OF_ENGLISH = 2.2;

    /** A button of one short word may be one long word in another language. */
    private static final int SHORT = 15;

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void takesTheValuesAndTagsOfEnglish(String place, Bundle bundle, Bundle english) {
        for (String key : bundle.keys()) {
            assertThat(english.keys()).as("no such text in %s", place).contains(key);
            assertThat(bundle.placeholders(key)).as(key).isEqualTo(english.placeholders(key));
            assertThat(bundle.tags(key)).as(key).isEqualTo(english.tags(key));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void wordsAllNumbersOfAKindAlike(String place, Bundle bundle) {
        for (String key : bundle.keys()) {
            if (bundle.text(key).contains(",choice,")) {
                wordings(bundle, key).forEach((kind, wordings) -> assertThat(wordings)
                        .as("%s for numbers of kind %s in %s", key, kind, place)
                        .hasSize(1));
            }
        }
    }

    /** A text may say "one day" or "two days" without a figure, but not the same for both. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void tellsAllNumbersApart(String place, Bundle bundle, Bundle english) {
        for (String key : bundle.keys()) {
            if (english.text(key).contains("<{0} ")) {
                assertThat(IntStream.rangeClosed(1, 100).mapToObj(number -> bundle.text(key, number)))
                        .as("%s in %s", key, place)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void isAboutAsLongAsEnglish(String place, Bundle bundle, Bundle english) {
        for (String key : bundle.keys()) {
            assertThat(bundle.text(key)).as("%s in %s", key, place).isNotBlank().hasSizeLessThanOrEqualTo((int)
                    (LENGTH_OF_ENGLISH * Math.max(english.text(key).length(), SHORT)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void isWrittenInTheLettersOfItsLanguage(String place, Bundle bundle, Bundle english) {
        Set<UnicodeScript> expected = LETTERS.getOrDefault(bundle.language(), Set.of(LATIN));
        for (String key : bundle.keys()) {
            Set<UnicodeScript> used = scripts(bundle.words(key));
            if (!scripts(english.words(key)).isEmpty()) {
                assertThat(used).as("%s in %s", key, place).containsAnyElementsOf(expected);
            }
            used.removeAll(expected);
            used.remove(LATIN);
            assertThat(used).as("foreign letters of %s in %s", key, place).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void leavesNothingInEnglish(String place, Bundle bundle, Bundle english) {
        for (String key : bundle.keys()) {
            if (bundle.language().equals("en") || MAY_BE_AS_IN_ENGLISH.contains(key)) {
                continue;
            }
            assertThat(bundle.words(key)).as("%s in %s", key, place).doesNotMatch(WORDS_OF_ENGLISH_ALONE);
            if (!key.startsWith("linkExpirationFormatter")) {
                assertThat(bundle.text(key)).as("%s in %s", key, place).isNotEqualTo(english.text(key));
            }
        }
    }

    /** Overrides of the direction of writing could show a customer another address or name than there is. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void hasNoInvisibleCharacters(String place, Bundle bundle) {
        for (String key : bundle.keys()) {
            assertThat(bundle.text(key).replace("\n", ""))
                    .as("%s in %s", key, place)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\uFFFD]")
                    .isEqualTo(bundle.text(key).replace("\n", "").strip());
        }
    }

    /** Someone looks for the button that the mail names; the values of both are {0}. */
    @ParameterizedTest
    @MethodSource("ours")
    void mailsNameTheButtonsOfPagesAsThePagesDo(Bundle bundle) {
        assertThat(bundle.text("xtMailNoCodeWhat")).contains(bundle.text("xtUsePassword"));
        assertThat(bundle.text("xtMailNoResetCode")).contains(bundle.text("xtUseCode"));
        assertThat(bundle.text("xtMailNoResetProvider")).contains(bundle.text("xtContinueWith"));
        assertThat(withPlainSpaces(bundle.text("xtMailNoticeNotYouPassword")))
                .containsIgnoringCase(
                        withPlainSpaces(Page.LOGIN.getMessages(bundle.locale()).getProperty("doForgotPassword")));
    }

    static List<Bundle> ours() {
        return Bundle.in(Bundle.OURS);
    }

    private static String withPlainSpaces(String text) {
        return text.replaceAll("[\u00A0\u202F]", " ");
    }

    static Stream<Object[]> bundles() {
        return Stream.of(
                        named("ours", Bundle.in(Bundle.OURS), Bundle.ours("en")),
                        named("login", Bundle.in(THEME.resolve("login/messages")), Bundle.ofBase("login", "en")),
                        named("email", Bundle.in(THEME.resolve("email/messages")), Bundle.ofBase("email", "en")))
                .flatMap(all -> all);
    }

    private static Stream<Object[]> named(String place, List<Bundle> bundles, Bundle english) {
        return bundles.stream().map(bundle -> new Object[] {place + " " + bundle.language(), bundle, english});
    }

    /** The distinct texts, figures left out, for each kind of number. */
    private static Map<String, Set<String>> wordings(Bundle bundle, String key) {
        IntFunction<String> kinds = PluralKinds.of(bundle.language());
        Map<String, Set<String>> wordings = new TreeMap<>();
        IntStream.rangeClosed(1, 100)
                .forEach(number -> wordings.computeIfAbsent(kinds.apply(number), kind -> new TreeSet<>())
                        .add(bundle.text(key, number).replaceAll("\\p{Nd}+", "#")));
        return wordings;
    }

    private static Set<UnicodeScript> scripts(String words) {
        Set<UnicodeScript> scripts = new TreeSet<>();
        words.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .forEach(scripts::add);
        return scripts;
    }
}
