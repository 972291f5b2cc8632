package dev.externaltenants.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody tries to get past the code without reading the mail. */
@Tag("any-database")
final class PasscodeAttackTest {

    private static final int TRIES_PER_CODE = 5;
    private static final Duration COOL_DOWN = Duration.ofSeconds(31);

    private static final String WRONG = "This code is not correct";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("attack", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @Test
    void fiveWrongTriesKillTheCode() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String code = MAIL.codeFor(email);

        page = wrongTries(journey, page, code, TRIES_PER_CODE);
        FormPage after = journey.browser().post(page.action(), Map.of("code", code, "action", "verify"));

        assertThat(after.asks("password-confirm")).as(after.toString()).isFalse();
        assertThat(after.document().select("[name=action][value=resend]")).isNotEmpty();
    }

    @Test
    void aNewCodeAfterFiveWrongTriesWorks() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        FormPage dead = wrongTries(journey, page, MAIL.codeFor(email), TRIES_PER_CODE);

        TestSupport.of(TENANT.server()).at(COOL_DOWN, () -> {
            FormPage resent = journey.resend(dead);
            assertThat(journey.typeCode(resent, MAIL.codeFor(email)).asks("password-confirm"))
                    .isTrue();
        });
    }

    @Test
    void anOlderCodeIsWorthlessAfterAResend() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String older = MAIL.codeFor(email);

        TestSupport.of(TENANT.server()).at(COOL_DOWN, () -> {
            FormPage resent = journey.resend(page);
            MAIL.codeFor(email);
            assertThat(journey.typeCode(resent, older).asks("password-confirm")).isFalse();
        });
    }

    @Test
    void aCodeIsWorthlessInAnotherBrowser() {
        String email = Customers.anyone();
        Journey.at(shop, MAIL).codePage(email);
        String code = MAIL.codeFor(email);

        TestSupport.of(TENANT.server()).at(COOL_DOWN, () -> {
            Journey elsewhere = Journey.at(shop, MAIL);
            FormPage answer = elsewhere.typeCode(elsewhere.codePage(email), code);
            assertThat(answer.errorOf("code")).contains(WRONG);
        });
    }

    @Test
    void aCodeExpires() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String code = MAIL.codeFor(email);

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(11), () -> assertThat(
                        journey.typeCode(page, code).asks("password-confirm"))
                .isFalse());
    }

    @Test
    void manyTriesAtOnceGetNoMoreThanFive() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String code = MAIL.codeFor(email);

        List<FormPage> answers = AtOnce.all(IntStream.rangeClosed(1, 40)
                .mapToObj(n -> inAnotherTab(journey, page, Codes.otherThan(code, n)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.errorOf("code").contains(WRONG)))
                .hasSizeBetween(1, TRIES_PER_CODE);
        assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    }

    @Test
    void aCodeForSignUpIsWorthlessAsSecondFactor() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey.at(shop, MAIL).codePage(email);
        String forSignUp = MAIL.codeFor(email);
        Journey signIn = Journey.at(secured, MAIL);
        FormPage page = signIn.passwordGiven(email, Journey.PASSWORD).asking("code");

        FormPage answer = signIn.typeCode(page, forSignUp);

        assertThat(answer.leftFor()).isNull();
    }

    @Test
    void aProvenCodeCannotBeUsedAgain() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage page = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        FormBrowser thief = journey.browser().secondTab();
        String code = MAIL.codeFor(email);
        journey.typeCode(page, code).returned();

        FormPage answer = thief.submit(page, Map.of("code", code, "action", "verify"));

        assertThat(answer.leftFor()).isNull();
    }

    @Test
    void aCodeTypedTwiceAtOnceIsTakenOnce() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage page = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        String code = MAIL.codeFor(email);

        List<FormPage> answers =
                AtOnce.all(List.of(inAnotherTab(journey, page, code), inAnotherTab(journey, page, code)));

        assertThat(answers.stream().filter(answer -> answer.leftFor() != null)).hasSize(1);
    }

    @Test
    void theCodeIsNeitherInTheLogNorInTheDatabase() throws IOException {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage page = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        String code = MAIL.codeFor(email);
        TestSupport support = TestSupport.of(TENANT.server());

        assertThat(support.columnsContaining(code)).isEmpty();
        journey.typeCode(page, Codes.otherThan(code));
        assertThat(support.columnsContaining(code)).isEmpty();
        assertThat(support.columnsContaining(email))
                .as("the search finds what is there")
                .contains("USER_ENTITY.EMAIL");
        for (Path log : TENANT.server().log().stream().toList()) {
            assertThat(Files.readString(log)).doesNotContain(code).doesNotContain(Journey.PASSWORD);
        }
    }

    private static FormPage wrongTries(Journey journey, FormPage first, String code, int tries) {
        FormPage page = first;
        for (int i = 1; i <= tries; i++) {
            page = journey.typeCode(page, Codes.otherThan(code, i));
            assertThat(page.asks("password-confirm")).isFalse();
        }
        return page;
    }

    private static Callable<FormPage> inAnotherTab(Journey journey, FormPage page, String code) {
        FormBrowser tab = journey.browser().secondTab();
        return () -> tab.submit(page, Map.of("code", code, "action", "verify"));
    }
}
