package dev.externaltenants.samples.shop;

import java.net.URI;

/**
 * How the shop is registered at the identity provider.
 *
 * @param issuer as in {@code http://127.0.0.1:8080/realms/contoso}
 * @param backChannel the issuer's address as the shop reaches it; another one where a browser takes another way
 * @param clientId of the shop's registration
 * @param clientSecret of a confidential client; null for a public one
 */
public record ShopConfig(URI issuer, URI backChannel, String clientId, String clientSecret) {

    public static ShopConfig publicClient(URI issuer, String clientId) {
        return new ShopConfig(issuer, issuer, clientId, null);
    }

    public ShopConfig reachedAt(URI address) {
        return new ShopConfig(issuer, address, clientId, clientSecret);
    }

    String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
