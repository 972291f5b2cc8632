package dev.externaltenants.samples.shop;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWT;

/**
 * A customer who is signed in: the tokens, whose signatures were verified, and the claims they carry.
 *
 * @param idTokenClaims by name
 * @param accessTokenClaims by name
 */
public record Customer(
        JWT idToken, String accessToken, Map<String, Object> idTokenClaims, Map<String, Object> accessTokenClaims) {

    public Customer {
        idTokenClaims = new TreeMap<>(idTokenClaims);
        accessTokenClaims = new TreeMap<>(accessTokenClaims);
    }

    String name() {
        return Stream.of("given_name", "name", "email", "sub")
                .map(idTokenClaims::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("you");
    }
}
