package dev.externaltenants.samples.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Map.entry;

/**
 * Sets up the tenant {@code contoso} by REST: the worked example of the calls, in the order in which an operator makes
 * them. All of them may be repeated; accounts stay.
 */
public final class DemoTenant {

    private static final String REALM = "/" + DemoPlaces.REALM;
    private static final String TENANT = REALM + "/external-tenant";
    private static final String USER_FLOW = "default";

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
        String loyalty = registerClaimsApi();
        defineUserFlow(loyalty);
        registerShop();
        letClaimsApiSendCodesOfAccountPage(loyalty);
        bringCustomerOfOldSystem();
    }

    private void turnRealmIntoTenant() {
        if (!admin.exists(REALM)) {
            admin.post("", Map.of("realm", DemoPlaces.REALM, "enabled", true));
        }
        admin.put(TENANT, Map.of("displayName", "Contoso"));
    }

    private void sendMailToInbox() {
        Map<String, String> smtp = Map.ofEntries(
                entry("host", places.servicesHost()),
                entry("port", String.valueOf(places.smtpPort())),
                entry("from", "no-reply@contoso.example"),
                entry("fromDisplayName", "Contoso"));
        admin.put(REALM, Map.of("smtpServer", smtp));
    }

    private void defineAttributes() {
        attribute("loyaltyNumber", "Loyalty number", "STRING");
        attribute("termsAccepted", "Terms accepted", "BOOLEAN");
        attribute("toBeMigrated", "To be migrated", "BOOLEAN");
    }

    private void attribute(String name, String displayName, String dataType) {
        Map<String, Object> attribute = Map.of("name", name, "displayName", displayName, "dataType", dataType);
        admin.save(TENANT + "/attributes", "name", "name", attribute);
    }

    /** Asked at all events; passwords go to it encrypted for the key that it publishes. */
    private String registerClaimsApi() {
        Map<String, Object> extension = Map.ofEntries(
                entry("name", "loyalty"),
                entry("displayName", "Loyalty programme"),
                entry("targetUrl", places.claimsUrl().toString()),
                entry("resourceId", DemoPlaces.CLAIMS_AUDIENCE),
                entry("timeoutInMilliseconds", 1000),
                entry("maximumRetries", 1),
                entry("behaviorOnError", "FAIL"),
                entry("encryptionKey", admin.at(places.registrationUrl()).path("encryptionKey")),
                entry("claims", List.of(Map.of("claimIdInApiResponse", "loyaltyTier", "claim", "loyalty_tier"))));
        return admin.save(TENANT + "/custom-extensions", "name", "id", extension);
    }

    private void defineUserFlow(String loyalty) {
        Map<String, Object> userFlow = Map.ofEntries(
                entry("name", USER_FLOW),
                entry("displayName", "Sign up and sign in"),
                entry("signUp", Map.of("allowed", true, "methods", List.of("EMAIL_PASSWORD"))),
                entry("attributes", signUpPage()),
                entry("mfa", "REQUIRED"),
                entry("extensions", extensions(loyalty)));
        admin.save(TENANT + "/user-flows", "name", "id", userFlow);
    }

    private List<Map<String, Object>> signUpPage() {
        return List.of(
                field("givenName", "TEXT", "Given name", "Vorname", true),
                field("surname", "TEXT", "Surname", "Nachname", true),
                field("country", "COUNTRY", "Country", "Land", true),
                field("displayName", "TEXT", "Name for reviews", "Name für Rezensionen", false),
                field("loyaltyNumber", "TEXT", "Loyalty number", "Kundennummer", false),
                consent());
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

    private static Map<String, String> extensions(String loyalty) {
        return Map.of(
                "onTokenIssuanceStart", loyalty,
                "onAttributeCollectionStart", loyalty,
                "onAttributeCollectionSubmit", loyalty,
                "onPasswordSubmit", loyalty);
    }

    /** Its proof is PKCE alone, so of a type that keeps no secret; a shop with a place for one would be of type web. */
    private void registerShop() {
        String home = places.shopUrl("/").toString();
        Map<String, Object> shop = Map.ofEntries(
                entry("type", "spa"),
                entry("clientId", DemoPlaces.CLIENT_ID),
                entry("displayName", "Contoso Shop"),
                entry("redirectUris", List.of(places.shopUrl("/callback").toString())),
                entry("postLogoutRedirectUris", List.of(home)),
                entry("userFlow", USER_FLOW));
        admin.save(TENANT + "/applications", "clientId", "clientId", shop);
        admin.put(
                TENANT + "/applications/" + DemoPlaces.CLIENT_ID + "/claims",
                List.of(Map.of("claim", "loyaltyNumber", "attribute", "loyaltyNumber")));
        // Where pages lead back to the shop is said at Keycloak, of the client that the app is.
        admin.save(REALM + "/clients", "clientId", "id", Map.of("clientId", DemoPlaces.CLIENT_ID, "baseUrl", home));
    }

    /** The shop's codes stay with the tenant's mail server, so that the demo shows its mails as well. */
    private void letClaimsApiSendCodesOfAccountPage(String loyalty) {
        Map<String, Object> listener = Map.ofEntries(
                entry("name", "codes-of-account-page"),
                entry("event", "onOtpSend"),
                entry("conditions", Map.of("includeApplications", List.of(Map.of("appId", DemoPlaces.ACCOUNT_PAGE)))),
                entry("extensionId", loyalty),
                entry("behaviorOnError", "CONTINUE"));
        admin.save(TENANT + "/event-listeners", "name", "id", listener);
    }

    /** With a password that nobody knows: the old one is asked about when it is typed. */
    private void bringCustomerOfOldSystem() {
        if (!admin.get(REALM + "/users?exact=true&email=" + DemoPlaces.OLD_CUSTOMER)
                .isEmpty()) {
            return;
        }
        Map<String, Object> password =
                Map.of("type", "password", "temporary", false, "value", "Aa1-" + UUID.randomUUID());
        Map<String, Object> customer = Map.ofEntries(
                entry("username", DemoPlaces.OLD_CUSTOMER),
                entry("email", DemoPlaces.OLD_CUSTOMER),
                entry("emailVerified", true),
                entry("enabled", true),
                entry("firstName", "Robin"),
                entry("lastName", "Counts"),
                entry("attributes", Map.of("toBeMigrated", List.of("true"))),
                entry("credentials", List.of(password)));
        admin.post(REALM + "/users", customer);
    }
}
