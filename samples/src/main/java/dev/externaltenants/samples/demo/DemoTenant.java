package dev.externaltenants.samples.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sets up the tenant {@code contoso} by REST: the worked example of the calls, in the order in which an operator makes
 * them. All of them may be repeated; accounts stay.
 */
public final class DemoTenant {

    private static final String REALM = "/" + DemoPlaces.REALM;
    private static final String TENANT = REALM + "/external-tenant";

    private final AdminRest admin;
    private final DemoPlaces places;

    private DemoTenant(AdminRest admin, DemoPlaces places) {
        this.admin = admin;
        this.places = places;
    }

    /** @param args the base port; the administrator is named by the environment, as for Keycloak itself */
    public static void main(String[] args) {
        DemoPlaces places = DemoPlaces.of(args);
        AdminRest admin = new AdminRest(
                places.keycloakUrl(),
                System.getenv("KC_BOOTSTRAP_ADMIN_USERNAME"),
                System.getenv("KC_BOOTSTRAP_ADMIN_PASSWORD"));
        new DemoTenant(admin, places).setUp();
        System.out.println("The tenant " + DemoPlaces.REALM + " is set up.");
    }

    private void setUp() {
        turnRealmIntoTenant();
        sendMailToInbox();
        defineAttributes();
        registerShop();
        String loyalty = registerClaimsApi();
        String userFlow = defineUserFlow(loyalty);
        letClaimsApiSendCodesOfAccountPage(loyalty);
        bringCustomerOfOldSystem();
        admin.put(TENANT + "/user-flows/" + userFlow + "/applications/" + DemoPlaces.CLIENT_ID, Map.of());
        admin.put(
                TENANT + "/applications/" + DemoPlaces.CLIENT_ID + "/claims",
                List.of(Map.of("claim", "loyaltyNumber", "attribute", "loyaltyNumber")));
    }

    private void turnRealmIntoTenant() {
        if (!admin.exists(REALM)) {
            admin.post("", Map.of("realm", DemoPlaces.REALM, "enabled", true));
        }
        admin.put(TENANT, Map.of("displayName", "Contoso"));
    }

    private void sendMailToInbox() {
        Map<String, String> smtp = Map.of(
                "host",
                places.servicesHost(),
                "port",
                String.valueOf(places.smtpPort()),
                "from",
                "no-reply@contoso.example",
                "fromDisplayName",
                "Contoso");
        admin.put(REALM, Map.of("smtpServer", smtp));
    }

    private void defineAttributes() {
        attribute("loyaltyNumber", "Loyalty number", "STRING");
        attribute("termsAccepted", "Terms accepted", "BOOLEAN");
        attribute("toBeMigrated", "To be migrated", "BOOLEAN");
    }

    private void attribute(String name, String displayName, String dataType) {
        admin.save(
                TENANT + "/attributes",
                "name",
                "name",
                Map.of("name", name, "displayName", displayName, "dataType", dataType));
    }

    /** A public client: its proof is PKCE. A shop with a place for secrets would be a confidential one. */
    private void registerShop() {
        String home = places.shopUrl("/").toString();
        admin.save(
                REALM + "/clients",
                "clientId",
                "id",
                Map.of(
                        "clientId",
                        DemoPlaces.CLIENT_ID,
                        "name",
                        "Contoso Shop",
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        true,
                        "directAccessGrantsEnabled",
                        false,
                        "baseUrl",
                        home,
                        "redirectUris",
                        List.of(places.shopUrl("/callback").toString()),
                        "attributes",
                        Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", home)));
    }

    /** Asked at all events; passwords go to it encrypted for the key that it publishes. */
    private String registerClaimsApi() {
        return admin.save(
                TENANT + "/custom-extensions",
                "name",
                "id",
                Map.of(
                        "name",
                        "loyalty",
                        "displayName",
                        "Loyalty programme",
                        "targetUrl",
                        places.claimsUrl().toString(),
                        "resourceId",
                        DemoPlaces.CLAIMS_AUDIENCE,
                        "timeoutInMilliseconds",
                        1000,
                        "maximumRetries",
                        1,
                        "behaviorOnError",
                        "FAIL",
                        "encryptionKey",
                        admin.at(places.registrationUrl()).path("encryptionKey"),
                        "claims",
                        List.of(Map.of("claimIdInApiResponse", "loyaltyTier", "claim", "loyalty_tier"))));
    }

    /** The shop's codes stay with the tenant's mail server, so that the demo shows its mails as well. */
    private void letClaimsApiSendCodesOfAccountPage(String loyalty) {
        admin.save(
                TENANT + "/event-listeners",
                "name",
                "id",
                Map.of(
                        "name",
                        "codes-of-account-page",
                        "event",
                        "onOtpSend",
                        "conditions",
                        Map.of("includeApplications", List.of(Map.of("appId", DemoPlaces.ACCOUNT_PAGE))),
                        "extensionId",
                        loyalty,
                        "behaviorOnError",
                        "CONTINUE"));
    }

    /** With a password that nobody knows: the old one is asked about when it is typed. */
    private void bringCustomerOfOldSystem() {
        if (!admin.get(REALM + "/users?exact=true&email=" + DemoPlaces.OLD_CUSTOMER)
                .isEmpty()) {
            return;
        }
        Map<String, Object> password =
                Map.of("type", "password", "temporary", false, "value", "Aa1-" + UUID.randomUUID());
        admin.post(
                REALM + "/users",
                Map.of(
                        "username",
                        DemoPlaces.OLD_CUSTOMER,
                        "email",
                        DemoPlaces.OLD_CUSTOMER,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Robin",
                        "lastName",
                        "Counts",
                        "attributes",
                        Map.of("toBeMigrated", List.of("true")),
                        "credentials",
                        List.of(password)));
    }

    private String defineUserFlow(String loyalty) {
        return admin.save(
                TENANT + "/user-flows",
                "name",
                "id",
                Map.of(
                        "name",
                        "default",
                        "displayName",
                        "Sign up and sign in",
                        "signUp",
                        Map.of("allowed", true, "methods", List.of("EMAIL_PASSWORD")),
                        "attributes",
                        List.of(
                                field("givenName", "TEXT", "Given name", "Vorname", true),
                                field("surname", "TEXT", "Surname", "Nachname", true),
                                field("country", "COUNTRY", "Country", "Land", true),
                                field("displayName", "TEXT", "Name for reviews", "Name für Rezensionen", false),
                                field("loyaltyNumber", "TEXT", "Loyalty number", "Kundennummer", false),
                                consent()),
                        "mfa",
                        "REQUIRED",
                        "extensions",
                        Map.of(
                                "onTokenIssuanceStart",
                                loyalty,
                                "onAttributeCollectionStart",
                                loyalty,
                                "onAttributeCollectionSubmit",
                                loyalty,
                                "onPasswordSubmit",
                                loyalty)));
    }

    private Map<String, Object> consent() {
        String terms = places.shopUrl("/terms").toString();
        Map<String, Object> field = new HashMap<>(field(
                "termsAccepted",
                "CHECKBOX",
                "I accept the [terms of use](" + terms + ")",
                "Ich stimme den [Nutzungsbedingungen](" + terms + ") zu",
                true));
        field.put("consent", Map.of("document", "Terms of use", "version", "1"));
        return field;
    }

    private static Map<String, Object> field(
            String name, String inputType, String english, String german, boolean required) {
        return Map.of(
                "name", name,
                "label", Map.of("en", english, "de", german),
                "inputType", inputType,
                "required", required);
    }
}
