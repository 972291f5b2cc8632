package dev.externaltenants.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.externaltenants.bench.Scenario.Side;
import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Customers;
import dev.externaltenants.bench.load.Journeys;
import dev.externaltenants.bench.load.Operation;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.bench.realm.Totp;
import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Target;

/** The scenarios by the names that the command line knows, with their targets. */
final class Catalogue {

    private static final Target LIKE_VANILLA = Target.atMost(Measure.CPU_RATIO, 1.05);
    private static final Target SAME_AS_VANILLA = Target.atMost(Measure.CPU_RATIO, 1.00);
    private static final Target CALLOUT = Target.atMost(Measure.EXTRA_CPU, 0.5);
    private static final Target SAME_TIME = Target.atMost(Measure.P95_RATIO, 1.00);

    private static final String WITHOUT_CALLOUT = "without extension";
    private static final Duration SLOW_ANSWER = Duration.ofMillis(100);
    private static final Duration NO_ANSWER = Duration.ofSeconds(30);

    /** So many that enough answers come although each takes a while. */
    private static final int MANY_THREADS = 8;

    /** As many as there are customers for it. */
    private static final int CROWD = 100;

    private static final Map<String, Function<Stage, List<Scenario>>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("page", Catalogue::page);
        BY_NAME.put("sign-in", Catalogue::signIn);
        BY_NAME.put("sign-in-code", Catalogue::signInCode);
        BY_NAME.put("sign-up", Catalogue::signUp);
        BY_NAME.put("refresh", Catalogue::refresh);
        BY_NAME.put("client-credentials", Catalogue::clientCredentials);
        BY_NAME.put("callout", Catalogue::callout);
        BY_NAME.put("callout-crowd", Catalogue::calloutCrowd);
        BY_NAME.put("mail-stalled", Catalogue::mailStalled);
    }

    private Catalogue() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static List<Scenario> scenarios(String name, Stage stage) {
        return BY_NAME.get(name).apply(stage);
    }

    private static List<Scenario> page(Stage stage) {
        return List.of(Scenario.of(
                "page",
                "sign-in page",
                LIKE_VANILLA,
                Journeys.signInPage(stage.tenantApp()),
                Journeys.signInPage(stage.vanilla().app())));
    }

    private static List<Scenario> signIn(Stage stage) {
        return List.of(Scenario.of(
                "sign-in",
                "password sign-in",
                LIKE_VANILLA.withoutMoreStatements(),
                Journeys.signIn(stage.tenantApp(), Stage.customers()),
                Journeys.signIn(stage.vanilla().app(), Stage.customers())));
    }

    private static List<Scenario> signInCode(Stage stage) {
        return List.of(Scenario.of(
                "sign-in-code",
                "password and e-mail code",
                "authenticator code",
                Target.none(),
                Side.of(Journeys.signInTwice(
                        stage.tenant().codeApp(), Stage.customers(), "code", stage.mails()::codeFor)),
                Side.of(Journeys.signInTwice(
                        stage.vanilla().totpApp(), Stage.customers(), "otp", email -> Totp.now()))));
    }

    private static List<Scenario> signUp(Stage stage) {
        return List.of(Scenario.of(
                "sign-up",
                "sign-up with e-mail code",
                "registration without code",
                Target.none(),
                Side.of(Journeys.signUp(stage.tenantApp(), Customers.newcomers(), stage.mails()::codeFor)),
                Side.of(Journeys.register(stage.vanilla().app(), Customers.newcomers()))));
    }

    private static List<Scenario> refresh(Stage stage) {
        return List.of(Scenario.of(
                "refresh",
                "refresh of tokens",
                SAME_AS_VANILLA,
                Journeys.refresh(stage.tenantApp(), Stage.customers()),
                Journeys.refresh(stage.vanilla().app(), Stage.customers())));
    }

    private static List<Scenario> clientCredentials(Stage stage) {
        return List.of(Scenario.of(
                "client-credentials",
                "client credentials",
                SAME_AS_VANILLA,
                Journeys.clientCredentials(stage.tenant().service(), TenantRealm.SECRET),
                Journeys.clientCredentials(stage.vanilla().service(), TenantRealm.SECRET)));
    }

    private static List<Scenario> callout(Stage stage) {
        Operation without = Journeys.refresh(stage.tenantApp(), Stage.customers());
        return List.of(
                Scenario.of(
                        "callout-fast",
                        "refresh with a claims callout",
                        WITHOUT_CALLOUT,
                        CALLOUT,
                        Side.of(refreshWithClaims(stage, "claims-fast", Duration.ZERO)),
                        Side.of(without)),
                Scenario.of(
                                "callout-100ms",
                                "refresh, callout answered after 100 ms",
                                WITHOUT_CALLOUT,
                                CALLOUT,
                                Side.of(refreshWithClaims(stage, "claims-slow", SLOW_ANSWER)),
                                Side.of(without).pausing(SLOW_ANSWER))
                        .withThreads(MANY_THREADS),
                Scenario.of(
                        "callout-hanging",
                        "refresh, callout never answered",
                        WITHOUT_CALLOUT,
                        CALLOUT,
                        Side.of(refreshWithClaims(stage, "claims-hanging", NO_ANSWER)),
                        Side.of(without)));
    }

    /** Both sides sign in while a crowd comes at once to another flow of the tenant; the API of one of these flows hangs. */
    private static List<Scenario> calloutCrowd(Stage stage) {
        Operation signIn = Journeys.signIn(stage.tenantApp(), Stage.customers());
        App hanging = stage.claimsApp("crowd-hanging", NO_ANSWER);
        App healthy = stage.claimsApp("crowd-healthy", Duration.ZERO);
        return List.of(Scenario.of(
                        "callout-crowd",
                        "password sign-in, another flow's API hangs for 100 at once",
                        "that API answers",
                        SAME_TIME,
                        Side.of(signIn).amid(CROWD, Journeys.signIn(hanging, Stage.otherCustomers())),
                        Side.of(signIn).amid(CROWD, Journeys.signIn(healthy, Stage.otherCustomers())))
                .inPiecesForCrowds());
    }

    private static Operation refreshWithClaims(Stage stage, String name, Duration answer) {
        App app = stage.claimsApp(name, answer);
        return Journeys.refresh(app, Stage.customers());
    }

    /** Both sides are tenants; the mails of one go nowhere. */
    private static List<Scenario> mailStalled(Stage stage) {
        TenantRealm stalled = stage.tenantWithSilentMail("stalled");
        TenantRealm healthy = stage.tenantWithMail("healthy");
        App stalledApp = stalled.app();
        App healthyApp = healthy.app();
        Operation stalledCodes = Journeys.codeAskedFor(stalled.codeApp(), Stage.otherCustomers());
        Operation healthyCodes = Journeys.codeAskedFor(healthy.codeApp(), Stage.otherCustomers());
        return List.of(
                Scenario.of(
                        "mail-stalled-page",
                        "sign-in page, mail server silent",
                        "mail server healthy",
                        SAME_TIME,
                        Side.of(Journeys.signInPage(stalledApp)).meanwhile(stalledCodes),
                        Side.of(Journeys.signInPage(healthyApp)).meanwhile(healthyCodes)),
                Scenario.of(
                        "mail-stalled-sign-in",
                        "password sign-in, mail server silent",
                        "mail server healthy",
                        SAME_TIME,
                        Side.of(Journeys.signIn(stalledApp, Stage.customers())).meanwhile(stalledCodes),
                        Side.of(Journeys.signIn(healthyApp, Stage.customers())).meanwhile(healthyCodes)));
    }
}
