package dev.externaltenants.claimsextension.callout;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.contract.AttributeCollectionStart;
import dev.externaltenants.claimsextension.contract.AttributeCollectionSubmit;
import dev.externaltenants.claimsextension.contract.SignUpAttribute;
import dev.externaltenants.claimsextension.contract.SignUpAttribute.ValueType;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo.Identity;
import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AttributeCollectionTest {

    private static final UserSignUpInfo DANA = new UserSignUpInfo(
            List.of(
                    builtIn("city", "Oslo"),
                    builtIn("jobTitle"),
                    custom("graduationYear", ValueType.INT64, "2010"),
                    custom("children", ValueType.INT64),
                    custom("onMailingList", ValueType.BOOLEAN, "true"),
                    custom("agreed", ValueType.BOOLEAN),
                    custom("hobbies", ValueType.STRING, "chess", "go")),
            List.of(
                    new Identity("email", "https://login.example.org/realms/contoso", "dana@example.org"),
                    new Identity("federated", "acme", "4711")));
    private static final AttributeCollectionStart START = new AttributeCollectionStart(DANA);
    private static final AttributeCollectionSubmit SUBMIT = new AttributeCollectionSubmit(DANA);
    private static final BlockPage BLOCK_PAGE = new BlockPage("Hold tight", "Your access request is processing.");
    private static final Map<String, List<String>> VALUES = Map.of(
            "city", List.of("Bergen"),
            "jobTitle", List.of(),
            "graduationYear", List.of("2011"),
            "onMailingList", List.of("false"),
            "hobbies", List.of("chess,draughts"));

    @Test
    void theRequestsAreEntrasDocuments() {
        assertThat(Golden.bodyOf(START, null)).isEqualTo(Golden.text("attribute-collection-start.request"));
        assertThat(Golden.bodyOf(SUBMIT, null)).isEqualTo(Golden.text("attribute-collection-submit.request"));
    }

    static Stream<Arguments> startActions() {
        return Stream.of(
                arguments("continue", new CollectionStart.Continue()),
                arguments("prefill", new CollectionStart.Prefill(VALUES)),
                arguments("block", new CollectionStart.Block(BLOCK_PAGE)));
    }

    @ParameterizedTest
    @MethodSource("startActions")
    void readsEveryActionOfTheStartInAnyCase(String file, CollectionStart meaning) throws CalloutException {
        String answer = Golden.text("attribute-collection-start." + file);

        assertThat(Golden.read(START, answer)).isEqualTo(meaning);
        assertThat(Golden.read(START, Golden.upper(answer))).isEqualTo(meaning);
        assertThat(Golden.read(START, Golden.lower(answer))).isEqualTo(meaning);
    }

    static Stream<Arguments> submitActions() {
        return Stream.of(
                arguments("continue", new CollectionSubmit.Continue()),
                arguments("modify", new CollectionSubmit.Modify(VALUES)),
                arguments(
                        "invalid",
                        new CollectionSubmit.Invalid(
                                "Please fix the below errors to proceed.",
                                Map.of(
                                        "city", "City cannot contain any numbers.",
                                        "graduationYear", "Not before 1950."))),
                arguments("block", new CollectionSubmit.Block(BLOCK_PAGE)));
    }

    @ParameterizedTest
    @MethodSource("submitActions")
    void readsEveryActionOfTheSubmitInAnyCase(String file, CollectionSubmit meaning) throws CalloutException {
        String answer = Golden.text("attribute-collection-submit." + file);

        assertThat(Golden.read(SUBMIT, answer)).isEqualTo(meaning);
        assertThat(Golden.read(SUBMIT, Golden.upper(answer))).isEqualTo(meaning);
        assertThat(Golden.read(SUBMIT, Golden.lower(answer))).isEqualTo(meaning);
    }

    @Test
    void readsThePrefillAsMicrosoftsProseSpellsIt() throws CalloutException {
        assertThat(Golden.read(START, start("{'@odata.type':'#.setPreFillValues','inputs':{'city':'Bergen'}}")))
                .isEqualTo(new CollectionStart.Prefill(Map.of("city", List.of("Bergen"))));
    }

    @Test
    void readsCustomAttributesByTheirPlainNames() throws CalloutException {
        assertThat(Golden.read(
                        SUBMIT,
                        submit("{'@odata.type':'#.modifyAttributeValues','attributes':{'graduationYear':2011}}")))
                .isEqualTo(new CollectionSubmit.Modify(Map.of("graduationYear", List.of("2011"))));
    }

    @Test
    void readsABlockPageWithoutWords() throws CalloutException {
        assertThat(Golden.read(SUBMIT, submit("{'@odata.type':'#.showBlockPage','message':' '}")))
                .isEqualTo(new CollectionSubmit.Block(new BlockPage(null, null)));
    }

    @Test
    void readsAValidationErrorOfThePageAlone() throws CalloutException {
        assertThat(Golden.read(SUBMIT, submit("{'@odata.type':'#.showValidationError','message':'No.'}")))
                .isEqualTo(new CollectionSubmit.Invalid("No.", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1003003|{'@odata.type':'#.setPrefillValues'}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':null}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':['city']}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'city':1}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'city':true}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'hobbies':['chess','go']}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'graduationYear':'2010'}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'graduationYear':20.5}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'graduationYear':9223372036854775808}}",
                "1003003|{'@odata.type':'#.setPrefillValues','inputs':{'onMailingList':'true'}}",
                "1003003|{'@odata.type':'#.showBlockPage','title':1,'message':'No.'}",
                "1003003|{'@odata.type':'#.showBlockPage','message':{'en':'No.'}}",
                "1003012|{'@odata.type':'#.modifyAttributeValues','attributes':{'city':'Bergen'}}",
                "1003012|{'@odata.type':'#.showValidationError','message':'No.'}",
                "1003012|{'@odata.type':'#.'}"
            })
    void namesWhatIsWrongWithAStartByEntrasNumber(int code, String action) {
        assertRefused(code, START, start(action));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1003003|{'@odata.type':'#.modifyAttributeValues'}",
                "1003003|{'@odata.type':'#.modifyAttributeValues','attributes':'city'}",
                "1003003|{'@odata.type':'#.modifyAttributeValues','attributes':{'children':'2'}}",
                "1003003|{'@odata.type':'#.showValidationError','message':1}",
                "1003003|{'@odata.type':'#.showValidationError','attributeErrors':['city']}",
                "1003003|{'@odata.type':'#.showValidationError','attributeErrors':{'city':1}}",
                "1003003|{'@odata.type':'#.showBlockPage','message':1}",
                "1003012|{'@odata.type':'#.setPrefillValues','inputs':{'city':'Bergen'}}"
            })
    void namesWhatIsWrongWithASubmitByEntrasNumber(int code, String action) {
        assertRefused(code, SUBMIT, submit(action));
    }

    @Test
    void wantsTheEventsOwnAnswer() {
        assertRefused(1003003, START, Golden.text("attribute-collection-submit.continue"));
        assertRefused(
                1003012,
                START,
                Golden.text("attribute-collection-start.continue")
                        .replace("attributeCollectionStart.", "attributeCollectionSubmit."));
        assertRefused(1003010, SUBMIT, submit("{'@odata.type':'#.continueWithDefaultBehavior'},{}"));
        assertRefused(1003009, SUBMIT, "null");
    }

    @Test
    void tellsNothingOfTheCustomerWhenItIsPrinted() {
        assertThat(DANA + " " + DANA.attributes()).doesNotContain("dana", "Oslo", "2010");
    }

    private static void assertRefused(int code, CalloutContract<?> contract, String answer) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> Golden.read(contract, answer))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo(code));
    }

    private static String start(String action) {
        return answer("AttributeCollectionStart", "attributeCollectionStart", action);
    }

    private static String submit(String action) {
        return answer("AttributeCollectionSubmit", "attributeCollectionSubmit", action);
    }

    private static String answer(String event, String actions, String action) {
        return ("{'data':{'@odata.type':'microsoft.graph.on" + event + "ResponseData','actions':["
                        + action.replace("#.", "microsoft.graph." + actions + ".") + "]}}")
                .replace('\'', '"');
    }

    private static SignUpAttribute builtIn(String name, String... values) {
        return new SignUpAttribute(name, name, true, ValueType.STRING, List.of(values));
    }

    private static SignUpAttribute custom(String name, ValueType type, String... values) {
        return new SignUpAttribute(
                name, "extension_0123456789abcdef0123456789abcdef_" + name, false, type, List.of(values));
    }
}
