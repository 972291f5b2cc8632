package dev.externaltenants.compat.smtp;

import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Properties;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

import static org.keycloak.utils.StringUtil.isNotBlank;

/**
 * The settings of a realm as Jakarta Mail takes them. They mean what they mean to Keycloak's own sender, but for what
 * {@code docs/adr/0010} names: STARTTLS is demanded and not only tried, and the talk is never written into the log.
 */
final class SmtpProperties {

    private final Map<String, String> settings;
    private final Properties properties = new Properties();

    private SmtpProperties(Map<String, String> settings) {
        this.settings = settings;
    }

    static Properties of(KeycloakSession session, Map<String, String> settings, Deadline deadline)
            throws EmailException {
        SmtpProperties smtp = new SmtpProperties(settings);
        smtp.server();
        smtp.encryption(session, deadline);
        smtp.sender();
        return smtp.properties;
    }

    private void server() {
        set("host", settings.get("host"));
        if (settings.get("port") != null) {
            set("port", settings.get("port"));
        }
        if (isOn("auth")) {
            set("auth", "true");
        }
        if ("token".equals(settings.get("authType"))) {
            set("auth.mechanisms", "XOAUTH2");
        }
        set("connectiontimeout", settings.getOrDefault("connectionTimeout", "10000"));
        set("timeout", settings.getOrDefault("timeout", "10000"));
        set("writetimeout", settings.getOrDefault("writeTimeout", "10000"));
        // What the server says to a goodbye, and whether, changes nothing.
        set("quitwait", "false");
    }

    private void encryption(KeycloakSession session, Deadline deadline) {
        properties.put("mail.smtp.socketFactory", new MindedSockets(deadline));
        // Without the factory the connection would not be minded.
        set("socketFactory.fallback", "false");
        if (isOn("ssl")) {
            set("ssl.enable", "true");
        }
        if (isOn("starttls")) {
            set("starttls.enable", "true");
            set("starttls.required", "true");
        }
        if (isOn("ssl") || isOn("starttls") || isOn("auth")) {
            set("ssl.protocols", protocols());
            trust(new JSSETruststoreConfigurator(session), deadline);
        }
    }

    private void trust(JSSETruststoreConfigurator truststore, Deadline deadline) {
        SSLSocketFactory factory = truststore.getSSLSocketFactory();
        if (factory == null) {
            return;
        }
        boolean anyName = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        set("ssl.checkserveridentity", Boolean.toString(!anyName));
        if (anyName) {
            set("ssl.trust", "*");
        }
        // Jakarta Mail would pass it over, and connect past the deadline.
        if (!anyName || !isOn("ssl")) {
            properties.put("mail.smtp.ssl.socketFactory", new MindedTlsSockets(factory, deadline));
        }
    }

    private void sender() throws EmailException {
        if (isNotBlank(settings.get("envelopeFrom"))) {
            set("from", settings.get("envelopeFrom"));
        }
        if (SmtpAddress.takesLetters(settings)) {
            properties.setProperty("mail.mime.allowutf8", "true");
        }
        // Names the domain in Message-ID, which would be the machine's otherwise.
        properties.setProperty("mail.from", SmtpAddress.of(settings.get("from"), settings));
    }

    private boolean isOn(String setting) {
        return "true".equals(settings.get(setting));
    }

    private void set(String name, String value) {
        properties.setProperty("mail.smtp." + name, value);
    }

    private static String protocols() {
        try {
            return String.join(
                    " ", SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("There is no TLS", e);
        }
    }
}
