package dev.externaltenants.tenant.idp;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

import dev.externaltenants.tenant.idp.apple.AppleClientSecret;

import static dev.externaltenants.tenant.idp.FieldChecks.present;
import static dev.externaltenants.tenant.idp.FieldChecks.require;
import static dev.externaltenants.tenant.idp.FieldChecks.uri;
import static dev.externaltenants.tenant.idp.FieldChecks.valid;

/** What must hold of the fields that providers of one type have. */
final class TypeRules {

    private TypeRules() {}

    static void check(ProviderType type, Map<String, String> fields, boolean secretStored) {
        switch (type) {
            case GOOGLE, FACEBOOK, MICROSOFT -> checkClient(fields, secretStored);
            case APPLE -> checkApple(fields, secretStored);
            case OIDC -> checkOidc(fields, secretStored);
            case SAML -> checkSaml(fields);
            default -> throw new IllegalStateException("Not a type to check: " + type);
        }
    }

    private static void checkClient(Map<String, String> fields, boolean secretStored) {
        present(fields, "clientId");
        if (!secretStored) {
            present(fields, "clientSecret");
        }
    }

    private static void checkApple(Map<String, String> fields, boolean secretStored) {
        present(fields, "clientId");
        present(fields, "teamId");
        present(fields, "keyId");
        if (!secretStored) {
            present(fields, "privateKey");
        }
        valid(
                !fields.containsKey("privateKey") || AppleClientSecret.isKey(fields.get("privateKey")),
                "privateKey",
                "Give the content of the .p8 file: an EC private key in PKCS #8.");
    }

    private static void checkOidc(Map<String, String> fields, boolean secretStored) {
        checkClient(fields, secretStored);
        present(fields, "wellKnownEndpoint");
        present(fields, "issuer");
        URI issuer = uri(fields.get("issuer"), "issuer");
        valid(
                issuer.getRawQuery() == null && issuer.getRawFragment() == null,
                "issuer",
                "An issuer has neither query nor fragment.");
        String scope = fields.get("scope");
        valid(
                scope == null || Arrays.asList(scope.split(" ", -1)).contains("openid"),
                "scope",
                "The scope contains openid.");
        valid(fields.getOrDefault("responseType", "code").equals("code"), "responseType", "Only code is supported.");
    }

    private static void checkSaml(Map<String, String> fields) {
        if (fields.containsKey("metadataUrl")) {
            require(
                    !fields.containsKey("endpoint") && !fields.containsKey("certificate"),
                    "xt_identity_provider_field_unsuitable",
                    "metadataUrl",
                    "Endpoint and certificate come from the metadata.");
            return;
        }
        present(fields, "issuer");
        uri(fields.get("issuer"), "issuer");
        present(fields, "endpoint");
        present(fields, "certificate");
        valid(
                SigningCertificate.isOne(fields.get("certificate")),
                "certificate",
                "Give an X.509 certificate in PEM or Base64.");
    }
}
