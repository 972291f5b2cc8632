package dev.externaltenants.claimsextension.callout;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The body of a call, in the envelope that all of Entra's events share. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalloutBody(String type, String source, Data data) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static byte[] of(CalloutRequest request, CalloutContract<?> contract) {
        EventNames names = EventNames.of(contract.event());
        App client = App.of(request.client());
        App resource = request.resource() == null ? null : App.of(request.resource());
        // tenants' functions match on en-us, as Entra sends it
        String locale = request.locale() == null ? null : request.locale().toLowerCase(Locale.ROOT);
        Data data = new Data(
                names.requestData(),
                request.tenantId(),
                request.listenerId(),
                request.extension().id(),
                new Context(
                        request.correlationId(),
                        new Client(request.ip(), locale, locale),
                        request.client().protocol().wireName(),
                        request.requestType(),
                        client,
                        resource,
                        request.user() == null ? null : User.of(request.user())),
                contract.data());
        String app = resource == null ? client.appId() : resource.appId();
        CalloutBody body =
                new CalloutBody(names.type(), "/tenants/" + request.tenantId() + "/applications/" + app, data);
        try {
            return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The callout's own model cannot be written as JSON", e);
        }
    }

    record Data(
            @JsonProperty("@odata.type") String odataType,
            String tenantId,
            String authenticationEventListenerId,
            String customAuthenticationExtensionId,
            Context authenticationContext,
            @JsonAnyGetter Map<String, Object> ofEvent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Context(
            String correlationId,
            Client client,
            String protocol,
            String requestType,
            App clientServicePrincipal,
            App resourceServicePrincipal,
            User user) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Client(String ip, String locale, String market) {}

    record App(String id, String appId, String appDisplayName, String displayName) {

        static App of(CalloutRequest.App app) {
            return new App(app.id(), app.appId(), app.displayName(), app.displayName());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            String companyName,
            String createdDateTime,
            String displayName,
            String givenName,
            String id,
            String mail,
            String preferredLanguage,
            String surname,
            String userPrincipalName,
            String userType) {

        static User of(CalloutRequest.User user) {
            return new User(
                    user.companyName(),
                    user.created() == null
                            ? null
                            : user.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                    user.displayName(),
                    user.givenName(),
                    user.id(),
                    user.mail(),
                    user.preferredLanguage(),
                    user.surname(),
                    user.userPrincipalName(),
                    "Member");
        }
    }
}
