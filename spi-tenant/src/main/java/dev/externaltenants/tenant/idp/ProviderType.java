package dev.externaltenants.tenant.idp;

import java.util.Arrays;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.externaltenants.tenant.idp.apple.AppleBrokerFactory;
import dev.externaltenants.userflow.rest.OnlyAnswered;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.broker.saml.SAMLIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.social.facebook.FacebookIdentityProviderFactory;
import org.keycloak.social.google.GoogleIdentityProviderFactory;
import org.keycloak.social.microsoft.MicrosoftIdentityProviderFactory;

/** What kind of provider it is: which Keycloak broker serves it, and which fields it has. */
public enum ProviderType implements OnlyAnswered {
    GOOGLE("google", GoogleIdentityProviderFactory.PROVIDER_ID, "Google"),
    FACEBOOK("facebook", FacebookIdentityProviderFactory.PROVIDER_ID, "Facebook"),
    APPLE("apple", AppleBrokerFactory.ID, "Apple"),
    /** Personal Microsoft accounts. */
    MICROSOFT("microsoft", MicrosoftIdentityProviderFactory.PROVIDER_ID, "Microsoft"),
    OIDC("oidc", OIDCIdentityProviderFactory.PROVIDER_ID, null),
    SAML("saml", SAMLIdentityProviderFactory.PROVIDER_ID, null),
    /** One that was made in Keycloak, of a kind that we make none of. */
    OTHER("other", null, null);

    private final String text;
    private final String brokerId;
    private final String name;

    ProviderType(String text, String brokerId, String name) {
        this.text = text;
        this.brokerId = brokerId;
        this.name = name;
    }

    static ProviderType of(IdentityProviderModel model) {
        return Arrays.stream(values())
                .filter(type -> type != OTHER && type.brokerId.equals(model.getProviderId()))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns the id of Keycloak's broker for it. */
    String brokerId() {
        return brokerId;
    }

    /** Returns the name that customers know it by, or null when each one has its own. */
    String providerName() {
        return name;
    }

    boolean has(String field) {
        return fields().contains(field);
    }

    @Override
    public boolean isOnlyAnswered() {
        return this == OTHER;
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    private Set<String> fields() {
        return switch (this) {
            case GOOGLE, FACEBOOK, MICROSOFT -> Set.of("clientId", "clientSecret");
            case APPLE -> Set.of("clientId", "teamId", "keyId", "privateKey");
            case OIDC ->
                Set.of(
                        "clientId",
                        "clientSecret",
                        "wellKnownEndpoint",
                        "issuer",
                        "scope",
                        "responseType",
                        "clientAuthentication");
            case SAML -> Set.of("metadataUrl", "issuer", "endpoint", "certificate");
            case OTHER -> Set.of();
        };
    }
}
