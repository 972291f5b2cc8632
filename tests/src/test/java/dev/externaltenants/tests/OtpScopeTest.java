package dev.externaltenants.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A code is worth nothing but for the purpose, app, person, browser session and tenant that it was sent for. */
@Tag("any-database")
final class OtpScopeTest {

    private static final Duration COOL_DOWN = Duration.ofSeconds(31);
    private static final String WRONG = "This code is not correct";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("otp-scope", MAIL);

    @RegisterExtension
    static final Tenant NEIGHBOUR = Tenant.named("otp-scope-neighbour", MAIL);

    private static final Map<CodeDoor, RelyingParty> APPS = new EnumMap<>(CodeDoor.class);
    private static final Map<CodeDoor, RelyingParty> OTHER_APPS = new EnumMap<>(CodeDoor.class);
    private static final Map<CodeDoor, RelyingParty> APPS_OF_NEIGHBOUR = new EnumMap<>(CodeDoor.class);

    @BeforeAll
    static void apps() {
        for (CodeDoor door : CodeDoor.values()) {
            APPS.put(door, door.app(TENANT));
            OTHER_APPS.put(door, door.app(TENANT, "other-" + door.name().toLowerCase(Locale.ROOT)));
            APPS_OF_NEIGHBOUR.put(door, door.app(NEIGHBOUR));
        }
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aCodeOfAnotherAppIsRefused(CodeDoor door) {
        String email = customer(door);
        Arrival there = new Arrival(door, OTHER_APPS.get(door), email);

        later(() -> new Arrival(door, APPS.get(door), email).takesNoneBut(there));
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aCodeOfAnotherPersonIsRefused(CodeDoor door) {
        Arrival other = new Arrival(door, APPS.get(door), customer(door));

        new Arrival(door, APPS.get(door), customer(door)).takesNoneBut(other);
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aCodeOfAnotherBrowserSessionIsRefused(CodeDoor door) {
        String email = customer(door);
        Arrival elsewhere = new Arrival(door, APPS.get(door), email);

        later(() -> new Arrival(door, APPS.get(door), email).takesNoneBut(elsewhere));
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aCodeOfAnotherTabIsRefused(CodeDoor door) {
        String email = customer(door);
        Arrival first = new Arrival(door, APPS.get(door), email);

        later(() -> first.inASecondTab().takesNoneBut(first));
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aCodeOfAnotherTenantIsRefused(CodeDoor door) {
        String email = customer(door);
        door.register(NEIGHBOUR, email);
        Arrival there = new Arrival(door, APPS_OF_NEIGHBOUR.get(door), email);

        new Arrival(door, APPS.get(door), email).takesNoneBut(there);
    }

    /** Who has a password is sent no code to sign in with, and who has none is sent none for a second factor or a reset. */
    static Stream<Arguments> purposes() {
        return Stream.concat(
                pairs(CodeDoor.SIGN_UP, CodeDoor.SECOND_FACTOR, CodeDoor.PASSWORD_RESET),
                pairs(CodeDoor.SIGN_UP, CodeDoor.SIGN_IN));
    }

    private static Stream<Arguments> pairs(CodeDoor... doors) {
        return Arrays.stream(doors).flatMap(door -> Arrays.stream(doors)
                .filter(other -> other != door)
                .map(other ->
                        Arguments.of(door, other, doors.length == 2 ? CodeDoor.SIGN_IN : CodeDoor.SECOND_FACTOR)));
    }

    /** @param account whose customer it is */
    @ParameterizedTest
    @MethodSource("purposes")
    void aCodeOfAnotherPurposeIsRefused(CodeDoor door, CodeDoor other, CodeDoor account) {
        String email = customer(account);
        Arrival there = new Arrival(other, APPS.get(other), email);

        new Arrival(door, APPS.get(door), email).takesNoneBut(there);
    }

    private static String customer(CodeDoor door) {
        String email = Customers.anyone();
        door.register(TENANT, email);
        return email;
    }

    private static void later(Runnable work) {
        TestSupport.of(TENANT.server()).at(COOL_DOWN, work);
    }

    /** Somebody at a code page, whose code has come. */
    private static final class Arrival {

        private final CodeDoor door;
        private final RelyingParty app;
        private final String email;
        private final Journey journey;
        private final FormPage page;
        private final String code;

        Arrival(CodeDoor door, RelyingParty app, String email) {
            this(door, app, email, Journey.at(app, MAIL));
        }

        private Arrival(CodeDoor door, RelyingParty app, String email, Journey journey) {
            this.door = door;
            this.app = app;
            this.email = email;
            this.journey = journey;
            this.page = door.reach(journey, MAIL, email).asking("code");
            this.code = MAIL.codeFor(email);
        }

        Arrival inASecondTab() {
            return new Arrival(door, app, email, journey.inASecondTab(app));
        }

        /** The right code afterwards shows that the other one was refused for what it is. */
        void takesNoneBut(Arrival other) {
            FormPage refused = journey.typeCode(page, other.code);
            assertThat(refused.errorOf("code")).as(refused.toString()).contains(WRONG);
            FormPage taken = journey.typeCode(refused, code);
            assertThat(taken.asks("code")).as(taken.toString()).isFalse();
        }
    }
}
