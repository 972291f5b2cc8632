package dev.externaltenants.customattributes.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.Flows;
import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollection.Collected;
import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import dev.externaltenants.customattributes.hook.HookFailure;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.LocalText;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.junit.jupiter.api.Test;
import org.keycloak.sessions.AuthenticationSessionModel;

import static dev.externaltenants.customattributes.Flows.custom;
import static org.assertj.core.api.Assertions.assertThat;

class CollectionHooksTest {

    private static final BlockPage PAGE = new BlockPage("No", "Not here");

    private final UserFlow flow = Flows.asking(Field.named("hobby").input());
    private final List<SignUpField> fields =
            List.of(new SignUpField(flow.attributes().get(0), custom("hobby", DataType.STRING)));
    private final SubmittedForm form = new SubmittedForm(null, fields, Map.of("hobby", List.of("chess")), Map.of());
    private final List<AttributeCollection> seen = new ArrayList<>();

    @Test
    void goesOnWhereThereIsNoHook() {
        assertThat(new CollectionHooks(List.of()).submit(flow, applicant(), fields, form))
                .isEmpty();
    }

    @Test
    void showsAHookWhatWouldBeStored() {
        submit(new CollectionSubmit.Continue());

        assertThat(seen.get(0).email()).isEqualTo("ada@example.com");
        assertThat(seen.get(0).federated()).isEmpty();
        assertThat(seen.get(0).attributes())
                .containsExactly(new Collected(fields.get(0).attribute(), List.of("chess")));
        assertThat(seen.get(0).toString()).doesNotContain("chess", "ada");
    }

    @Test
    void hasTheLaterHookSeeWhatTheEarlierOneMade() {
        assertThat(submit(new CollectionSubmit.Modify(Map.of("hobby", List.of("go"))), new CollectionSubmit.Continue()))
                .isEmpty();

        assertThat(seen.get(1).attributes()).extracting(Collected::values).containsExactly(List.of("go"));
    }

    @Test
    void tellsWhatAHookRefuses() {
        Optional<SignUpResult> end =
                submit(new CollectionSubmit.Invalid("Look again", Map.of("hobby", "Too slow", "other", "?")));

        assertThat(((SignUpResult.Rejected) end.orElseThrow()).errors())
                .containsExactlyInAnyOrder(
                        new FieldError(
                                null,
                                "xt_value_refused_by_hook",
                                "xtAttributeInvalid",
                                List.of(),
                                LocalText.of("Look again")),
                        new FieldError(
                                "hobby",
                                "xt_value_refused_by_hook",
                                "xtAttributeInvalid",
                                List.of(),
                                LocalText.of("Too slow")));
    }

    @Test
    void refusesValuesOfAHookThatTheFieldRefuses() {
        Optional<SignUpResult> end = submit(new CollectionSubmit.Modify(Map.of("hobby", List.of("x".repeat(251)))));

        assertThat(end).get().isInstanceOf(SignUpResult.Rejected.class);
    }

    @Test
    void endsWhereAHookBlocks() {
        assertThat(submit(new CollectionSubmit.Block(PAGE), new CollectionSubmit.Continue()))
                .contains(new SignUpResult.Blocked(PAGE));
        assertThat(seen).hasSize(1);
    }

    @Test
    void endsWhereAHookFails() {
        HookFailure failure = new HookFailure("xt_hook_failed", Map.of("why", "down"));

        assertThat(submit(new CollectionSubmit.Failed(failure), new CollectionSubmit.Continue()))
                .contains(new SignUpResult.Failed(failure));
        assertThat(start(new CollectionStart.Failed(failure))).contains(new CollectionPage.Failed(failure));
    }

    @Test
    void blocksBeforeThePage() {
        assertThat(start(new CollectionStart.Block(PAGE))).contains(new CollectionPage.Blocked(PAGE));
    }

    private Optional<CollectionPage> start(CollectionStart answer) {
        AttributeCollectionHook hook = Fake.of(AttributeCollectionHook.class)
                .on("onStart", arguments -> answer)
                .get();
        return new CollectionHooks(List.of(hook))
                .start(flow, applicant(), fields, new GivenValues(fields, Map.of()), new HashMap<>());
    }

    private Optional<SignUpResult> submit(CollectionSubmit... answers) {
        List<AttributeCollectionHook> hooks = new ArrayList<>();
        for (CollectionSubmit answer : answers) {
            hooks.add(Fake.of(AttributeCollectionHook.class)
                    .on("onSubmit", arguments -> {
                        seen.add((AttributeCollection) arguments[0]);
                        return answer;
                    })
                    .get());
        }
        return new CollectionHooks(hooks).submit(flow, applicant(), fields, form);
    }

    private static Applicant applicant() {
        AuthenticationSessionModel proven = Fake.of(AuthenticationSessionModel.class)
                .on("setAuthNote", arguments -> null)
                .on("getAuthNote", arguments -> "xt.signUp.provenEmail".equals(arguments[0]) ? "ada@example.com" : null)
                .get();
        ProvenEmail.store(proven, "ada@example.com");
        return Applicant.local(ProvenAddress.of(proven).orElseThrow(), Locale.ENGLISH);
    }
}
