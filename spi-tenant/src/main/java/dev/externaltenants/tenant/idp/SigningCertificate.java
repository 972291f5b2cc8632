package dev.externaltenants.tenant.idp;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** The certificate with which a SAML provider signs, as text. */
final class SigningCertificate {

    private SigningCertificate() {}

    static boolean isOne(String text) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(bare(text));
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return true;
        } catch (CertificateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns it without the lines around it and breaks, as Keycloak stores it. */
    static String bare(String certificate) {
        return certificate.replaceAll("-----[A-Z ]+-----|\\s", "");
    }
}
