package dev.externaltenants.tenant.idp;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.tenant.idp.apple.AppleClientSecret;
import dev.externaltenants.userflow.TenantException;

/** Which values an identity provider may have, looked at alone; as Entra has them. */
final class ProviderRules {

    private static final int MAX_DISPLAY_NAME = 256;
    private static final int MAX_VALUE = 2000;
    private static final int MAX_LONG_VALUE = 20_000;
    private static final int MAX_DOMAINS = 100;
    private static final Set<String> LONG_VALUES = Set.of("certificate", "privateKey");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private ProviderRules() {}

    static void checkAlias(String alias) {
        require(
                alias != null && ALIAS.matcher(alias).matches(),
                "xt_identity_provider_alias_invalid",
                "alias",
                "An alias has 1 to 64 letters, digits, underscores or hyphens and begins with a letter or digit.");
    }

    static void checkType(ProviderType type) {
        require(
                type != null && type != ProviderType.OTHER,
                "xt_identity_provider_type_invalid",
                "type",
                "Give the type: google, facebook, apple, microsoft, oidc or saml.");
    }

    /** @param secretStored whether the secret may be left out, because there is one */
    static void check(IdentityProvider wanted, ProviderType type, boolean secretStored) {
        Map<String, String> fields = wanted.ofItsType();
        fields.forEach((field, value) -> {
            require(
                    type.has(field),
                    "xt_identity_provider_field_unsuitable",
                    field,
                    "A provider of type " + type + " has no such field.");
            valid(
                    !value.isBlank() && value.length() <= (LONG_VALUES.contains(field) ? MAX_LONG_VALUE : MAX_VALUE),
                    field,
                    "The value is empty or too long.");
        });
        checkCommon(wanted, type);
        switch (type) {
            case GOOGLE, FACEBOOK, MICROSOFT -> checkClient(fields, secretStored);
            case APPLE -> checkApple(fields, secretStored);
            case OIDC -> checkOidc(fields, secretStored);
            case SAML -> checkSaml(fields);
            default -> throw new IllegalStateException("Not a type to check: " + type);
        }
    }

    /** Domains are compared as the DNS does. */
    static List<String> domains(IdentityProvider wanted) {
        return wanted.domains().stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static void checkCommon(IdentityProvider wanted, ProviderType type) {
        String name = wanted.displayName();
        if (name == null) {
            require(
                    type.providerName() != null,
                    "xt_identity_provider_field_missing",
                    "displayName",
                    "Give the name that the button says.");
        } else {
            valid(
                    !name.isBlank()
                            && name.length() <= MAX_DISPLAY_NAME
                            && name.chars().noneMatch(Character::isISOControl),
                    "displayName",
                    "A display name is one line of 1 to " + MAX_DISPLAY_NAME + " characters.");
        }
        valid(wanted.domains().size() <= MAX_DOMAINS, "domains", "At most " + MAX_DOMAINS + " domains.");
        List<String> domains = domains(wanted);
        for (int i = 0; i < domains.size(); i++) {
            valid(
                    DOMAIN.matcher(domains.get(i)).matches(),
                    "domains[" + i + "]",
                    "A domain is a DNS name such as contoso.example.");
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
        valid(isCertificate(fields.get("certificate")), "certificate", "Give an X.509 certificate in PEM or Base64.");
    }

    private static boolean isCertificate(String text) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(bare(text));
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return true;
        } catch (CertificateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a certificate without the lines around it and breaks, as Keycloak stores it. */
    static String bare(String certificate) {
        return certificate.replaceAll("-----[A-Z ]+-----|\\s", "");
    }

    private static URI uri(String text, String field) {
        try {
            URI uri = URI.create(text);
            valid(uri.getScheme() != null, field, "Give an absolute URI.");
            return uri;
        } catch (IllegalArgumentException e) {
            throw invalid(field, "Give an absolute URI.");
        }
    }

    private static void present(Map<String, String> fields, String field) {
        require(
                fields.containsKey(field),
                "xt_identity_provider_field_missing",
                field,
                "A provider of this type needs the field.");
    }

    private static void valid(boolean holds, String field, String description) {
        if (!holds) {
            throw invalid(field, description);
        }
    }

    static TenantException invalid(String field, String description) {
        return TenantException.invalid("xt_identity_provider_field_invalid", field, description);
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
