package dev.externaltenants.compat.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;

import static org.keycloak.utils.StringUtil.isNotBlank;

/** An address in the spelling that the mail server takes, as Keycloak's own sender spells it. */
final class SmtpAddress {

    private SmtpAddress() {}

    /** Returns the address, with its domain in punycode unless the realm says that the server takes letters. */
    static String of(String address, Map<String, String> settings) throws EmailException {
        String spelled = takesLetters(settings) ? address : inAscii(address);
        if (spelled == null || !EmailValidationUtil.isValidEmail(address)) {
            throw new EmailException("The address is not valid, or the mail server does not take its letters");
        }
        return spelled;
    }

    static InternetAddress named(String address, String name) throws AddressException, UnsupportedEncodingException {
        return isNotBlank(name)
                ? new InternetAddress(address, name, StandardCharsets.UTF_8.name())
                : new InternetAddress(address);
    }

    static boolean takesLetters(Map<String, String> settings) {
        return "true".equals(settings.get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
    }

    private static String inAscii(String address) {
        String converted = address == null ? null : SMTPUtil.convertIDNEmailAddress(address);
        return converted != null && StandardCharsets.US_ASCII.newEncoder().canEncode(converted) ? converted : null;
    }
}
