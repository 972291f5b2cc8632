package dev.externaltenants.tenant.idp.apple;

import java.security.GeneralSecurityException;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/**
 * Sign in with Apple: OpenID Connect with a signed client secret, an answer that the browser posts, and the customer's name
 * beside it, once.
 */
public final class AppleBroker extends OIDCIdentityProvider
        implements SocialIdentityProvider<OIDCIdentityProviderConfig> {

    private static final String ISSUER = "https://appleid.apple.com";
    private static final String SCOPE = "openid name email";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private String user;

    AppleBroker(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, withAddresses(config));
    }

    private static OIDCIdentityProviderConfig withAddresses(OIDCIdentityProviderConfig config) {
        setDefault(config, "issuer", ISSUER);
        setDefault(config, "authorizationUrl", ISSUER + "/auth/authorize");
        setDefault(config, "tokenUrl", ISSUER + "/auth/token");
        setDefault(config, "jwksUrl", ISSUER + "/auth/keys");
        config.setUseJwksUrl(true);
        config.setValidateSignature(true);
        config.setDisableUserInfoService(true);
        return config;
    }

    private static void setDefault(OIDCIdentityProviderConfig config, String key, String value) {
        config.getConfig().putIfAbsent(key, value);
    }

    @Override
    protected String getDefaultScopes() {
        return SCOPE;
    }

    /** Apple answers a request for name and address by a post only. */
    @Override
    protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
        return super.createAuthorizationUrl(request).queryParam("response_mode", "form_post");
    }

    @Override
    public SimpleHttpRequest authenticateTokenRequest(SimpleHttpRequest request) {
        OIDCIdentityProviderConfig config = getConfig();
        try (VaultStringSecret stored = session.vault().getStringSecret(config.getClientSecret())) {
            return request.param("client_id", config.getClientId())
                    .param(
                            "client_secret",
                            AppleClientSecret.of(
                                    config.getClientId(),
                                    config.getConfig().get("teamId"),
                                    config.getConfig().get("keyId"),
                                    stored.get().orElse(config.getClientSecret())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IdentityBrokerException("The private key for Apple cannot be used", e);
        }
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return new AppleEndpoint(callback, realm, event, this);
    }

    /** The name is the customer's own statement, as one typed at sign-up would be; the address is not taken from there. */
    @Override
    public BrokeredIdentityContext getFederatedIdentity(String response) {
        BrokeredIdentityContext identity = super.getFederatedIdentity(response);
        if (user != null) {
            try {
                JsonNode name = MAPPER.readTree(user).path("name");
                if (name.path("firstName").isTextual()) {
                    identity.setFirstName(name.path("firstName").asText());
                }
                if (name.path("lastName").isTextual()) {
                    identity.setLastName(name.path("lastName").asText());
                }
            } catch (JsonProcessingException e) {
                logger.debugf("Apple's user is no JSON: %s", e.getOriginalMessage());
            }
        }
        return identity;
    }

    /** Where Apple has the browser post its answer; with the name of the customer, at the very first consent only. */
    public static final class AppleEndpoint extends OIDCEndpoint {

        private final AppleBroker apple;

        AppleEndpoint(AuthenticationCallback callback, RealmModel realm, EventBuilder event, AppleBroker apple) {
            super(callback, realm, event, apple);
            this.apple = apple;
        }

        @POST
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Response posted() {
            MultivaluedMap<String, String> form = httpRequest.getDecodedFormParameters();
            apple.user = form.getFirst("user");
            return authResponse(form.getFirst("state"), form.getFirst("code"), form.getFirst("error"), null);
        }
    }
}
