package dev.externaltenants.claimsextension.callout;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;

class CalloutTokensTest {

    private static final CalloutTokens.Use USE =
            new CalloutTokens.Use("contoso", "https://login.example.org/realms/contoso", "api://a", "app", "key-1");

    private final CalloutTokens tokens = new CalloutTokens();
    private final AtomicInteger signings = new AtomicInteger();

    @AfterEach
    void clockAsItWas() {
        Time.setOffset(0);
    }

    @Test
    void signsOnceForManyCalls() {
        assertThat(token(USE)).isEqualTo("token 1");
        Time.setOffset(200);
        assertThat(token(USE)).isEqualTo("token 1");
    }

    @Test
    void signsAnewAMinuteBeforeTheEnd() {
        token(USE);

        Time.setOffset(CalloutToken.LIFETIME_SECONDS - 60);

        assertThat(token(USE)).isEqualTo("token 2");
    }

    @Test
    void givesAnotherAudienceAnotherToken() {
        token(USE);

        assertThat(token(new CalloutTokens.Use(USE.tenantId(), USE.issuer(), "api://b", "app", USE.keyId())))
                .isEqualTo("token 2");
    }

    @Test
    void givesAnotherTenantAnotherToken() {
        token(USE);

        assertThat(token(new CalloutTokens.Use("fabrikam", USE.issuer(), USE.audience(), "app", USE.keyId())))
                .isEqualTo("token 2");
    }

    @Test
    void leavesTheTokensOfAKeyThatWasRotated() {
        token(USE);

        assertThat(token(new CalloutTokens.Use(USE.tenantId(), USE.issuer(), USE.audience(), "app", "key-2")))
                .isEqualTo("token 2");
    }

    @Test
    void doesNotStretchATokenOverAClockThatWasSetBack() {
        token(USE);

        Time.setOffset(-30);

        assertThat(token(USE)).isEqualTo("token 2");
    }

    @Test
    void keepsNoMoreThanItMayOfTokensThatNobodyAsksForAgain() {
        for (int i = 0; i <= CalloutTokens.MAX_TOKENS; i++) {
            token(new CalloutTokens.Use("tenant-" + i, USE.issuer(), USE.audience(), "app", USE.keyId()));
        }

        assertThat(tokens.size()).isEqualTo(CalloutTokens.MAX_TOKENS);
    }

    @Test
    void keepsNoMoreOfATenantThanItMayHaveExtensions() {
        CalloutTokens.Use ofOther = new CalloutTokens.Use("fabrikam", USE.issuer(), USE.audience(), "app", USE.keyId());
        String others = token(ofOther);

        for (int i = 0; i <= CalloutTokens.MAX_TOKENS_OF_A_TENANT; i++) {
            token(new CalloutTokens.Use(USE.tenantId(), USE.issuer(), "api://" + i, "app", USE.keyId()));
        }

        assertThat(tokens.size()).isEqualTo(CalloutTokens.MAX_TOKENS_OF_A_TENANT + 1);
        assertThat(token(ofOther)).isEqualTo(others);
    }

    @Test
    void doesNotKeepWhatIsTooLong() {
        String issuer = USE.issuer() + "x".repeat(CalloutTokens.MAX_KEPT_CHARACTERS);

        token(new CalloutTokens.Use(USE.tenantId(), issuer, USE.audience(), "app", USE.keyId()));

        assertThat(tokens.size()).isZero();
    }

    @Test
    void dropsWhatIsOutdatedWhenNewOnesCome() {
        token(USE);
        token(new CalloutTokens.Use("fabrikam", USE.issuer(), USE.audience(), "app", USE.keyId()));
        Time.setOffset(CalloutToken.LIFETIME_SECONDS);

        token(new CalloutTokens.Use("adatum", USE.issuer(), USE.audience(), "app", USE.keyId()));

        assertThat(tokens.size()).isEqualTo(1);
    }

    private String token(CalloutTokens.Use use) {
        return tokens.get(use, () -> "token " + signings.incrementAndGet());
    }
}
