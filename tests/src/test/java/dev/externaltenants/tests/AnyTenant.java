package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents of tenants that an operator might have, each another one; the same seed gives the same ones. */
final class AnyTenant {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS =
            List.of("Contoso", "NO", "Größe: 42", "a # b", "it's \"quoted\"", "日本語", "- dash", "*star", "0123");

    private final SplittableRandom random;

    AnyTenant(long seed) {
        this.random = new SplittableRandom(seed);
    }

    ObjectNode next() {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode tenant = document.putObject("tenant");
        tenant.put("displayName", text()).put("domainName", random.nextBoolean() ? "" : "contoso.example");
        tenant.put("testApp", random.nextBoolean());
        tenant.put("selfDeletion", random.nextBoolean());
        some(2, List.of("contoso", "fabrikam", "woodgrove")).forEach(tenant.putArray("bannedPasswords")::add);
        some(2, List.of("en", "de")).stream().limit(1).forEach(tenant.putArray("languages")::add);
        if (tenant.path("languages").isEmpty()) {
            tenant.remove("languages");
        }
        brand(document.putObject("branding"));
        List<String> themes = some(5, List.of("spring", "summer", "autumn", "winter", "night", "day"));
        themes.forEach(name -> brand(document.withArray("themes").addObject().put("name", name)));
        texts(document.putObject("texts"));
        List<String> attributes = some(3, List.of("loyaltyNumber", "roast", "newsletter", "shoeSize"));
        attributes.forEach(name -> document.withArray("attributes")
                .addObject()
                .put("name", name)
                .put("displayName", text())
                .put("description", text())
                .put("dataType", "STRING"));
        List<String> extensions = some(2, List.of("loyalty", "risk", "crm"));
        extensions.forEach(name -> document.withArray("customExtensions")
                .addObject()
                .put("name", name)
                .put("targetUrl", "https://claims.contoso.example/" + name)
                .put("behaviorOnError", random.nextBoolean() ? "FAIL" : "CONTINUE")
                .put("maximumRetries", random.nextInt(2)));
        List<String> flows = some(4, List.of("customers", "partners", "press", "events", "staff"));
        flows.forEach(
                name -> flow(document.withArray("userFlows").addObject().put("name", name), attributes, extensions));
        List<String> apis = some(2, List.of("orders", "stock"));
        apis.forEach(api -> document.withArray("applications")
                .addObject()
                .put("clientId", api)
                .put("type", "api"));
        some(4, List.of("shop", "store", "kiosk", "portal")).forEach(name -> {
            ObjectNode app = app(document, name, flows, apis, attributes);
            some(1, themes).forEach(theme -> app.put("theme", theme));
        });
        List.of("themes", "attributes", "customExtensions", "userFlows", "applications", "eventListeners")
                .forEach(document::withArray);
        if (!extensions.isEmpty()) {
            some(3, List.of("all", "some", "few")).forEach(name -> listener(document, name, extensions, flows));
        }
        return document;
    }

    private void brand(ObjectNode brand) {
        some(1, List.of("#b0005a", "#003a8c")).forEach(color -> brand.put("accentColor", color));
        some(1, List.of(0, 32)).forEach(radius -> brand.put("cornerRadius", radius));
        some(1, List.of(true, false)).forEach(header -> brand.put("header", header));
        some(1, List.of("privacyText", "resetText"))
                .forEach(field -> brand.withObject("texts").put(field, text()));
        some(2, List.of("de", "pt-BR"))
                .forEach(language ->
                        brand.withObject("localizations").putObject(language).put("usernameHint", text()));
        ObjectNode images = brand.putObject("images");
        some(2, List.of("squareLogo", "bannerLogo"))
                .forEach(kind -> images.put(
                        kind, Pictures.inBase64(random.nextBoolean() ? "png" : "jpeg", 1 + random.nextInt(36), 30)));
    }

    private void texts(ObjectNode texts) {
        some(2, List.of("en", "de", "ar")).forEach(language -> texts.putObject(language)
                .put("SignIn_Title", text())
                .put("Attribute_extension_0123456789abcdef0123456789abcdef_roast", text()));
    }

    private void flow(ObjectNode flow, List<String> attributes, List<String> extensions) {
        boolean byCode = random.nextBoolean();
        flow.put("displayName", text()).put("enabled", random.nextBoolean());
        flow.putObject("signUp")
                .put("allowed", random.nextBoolean())
                .putArray("methods")
                .add(byCode ? "EMAIL_OTP" : "EMAIL_PASSWORD");
        flow.put("mfa", byCode || random.nextBoolean() ? "OFF" : "REQUIRED");
        flow.putObject("trustedDevices")
                .put("days", "REQUIRED".equals(flow.path("mfa").asText()) ? random.nextInt(91) : 0);
        texts(flow.putObject("texts"));
        flow.putObject("passwordReset").put("allowed", random.nextBoolean());
        ArrayNode asked = flow.putArray("attributes");
        List<String> names = new ArrayList<>(List.of("givenName", "city"));
        names.addAll(attributes);
        some(4, names).forEach(name -> {
            ObjectNode input = asked.addObject().put("name", name).put("required", random.nextBoolean());
            input.putObject("label").put("en", text()).put("de", text());
            input.put("pattern", "[0-9A-Z-]{1,9}");
        });
        some(1, extensions).forEach(name -> flow.putObject("extensions").put("onTokenIssuanceStart", name));
    }

    private void listener(ObjectNode document, String name, List<String> extensions, List<String> flows) {
        ObjectNode listener = document.withArray("eventListeners").addObject();
        listener.put("name", name)
                .put("displayName", text())
                .put("event", random.nextBoolean() ? "onTokenIssuanceStart" : "onAttributeCollectionStart")
                .put("priority", random.nextInt(1001))
                .put("extensionId", extensions.get(random.nextInt(extensions.size())));
        ObjectNode conditions = listener.putObject("conditions").put("includeAllApplications", random.nextBoolean());
        some(2, flows).forEach(conditions.putArray("userFlows")::add);
        ArrayNode named = conditions.putArray("includeApplications");
        document.path("applications").forEach(app -> named.addObject()
                .put("appId", app.path("clientId").asText()));
        if (random.nextBoolean()) {
            listener.put("timeoutInMilliseconds", 200 + random.nextInt(1801)).put("maximumRetries", random.nextInt(2));
        }
    }

    private ObjectNode app(
            ObjectNode document, String id, List<String> flows, List<String> apis, List<String> attributes) {
        ObjectNode app = document.withArray("applications").addObject();
        app.put("clientId", id).put("type", id.equals("shop") ? "web" : "spa").put("displayName", text());
        app.putArray("redirectUris").add("https://" + id + ".example/" + random.nextInt(3));
        some(1, flows).forEach(flow -> app.put("userFlow", flow));
        some(2, apis).forEach(app.putArray("apis")::add);
        app.put("groupsClaim", random.nextBoolean());
        some(2, List.of("buyer", "seller")).forEach(role -> app.withArray("roles")
                .addObject()
                .put("value", role)
                .put("description", text())
                .put("enabled", random.nextBoolean()));
        some(2, attributes)
                .forEach(name ->
                        app.withArray("claims").addObject().put("claim", name).put("attribute", name));
        return app;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> List<T> some(int most, List<T> of) {
        List<T> left = new ArrayList<>(of);
        return IntStream.range(0, Math.min(of.size(), random.nextInt(most + 1)))
                .mapToObj(i -> left.remove(random.nextInt(left.size())))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
