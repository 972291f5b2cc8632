package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who got a mail with a link, behind which a password is chosen. */
public final class InvitedPerson {

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

    private InvitedPerson() {}

    /** Follows the link of the newest mail and chooses the password; returns the page at the end. */
    public static FormPage followsTheMail(MailServer mail, String email, String password) {
        FormBrowser browser = new FormBrowser();
        FormPage confirm = browser.open(link(mail, email));
        URI proceed = URI.create(
                confirm.document().select("a[href*=action-token]").first().absUrl("href"));
        return choosePassword(browser, browser.open(proceed).asking("password-new"), password);
    }

    /** Returns the link of the newest mail. */
    public static URI link(MailServer mail, String email) {
        Matcher link = LINK.matcher(mail.nextTo(email).text());
        if (!link.find()) {
            throw new AssertionError("No link in the mail to " + email);
        }
        return URI.create(link.group());
    }

    /** Whether somebody who opens the link now may go on to choose a password. */
    public static boolean isLetIn(URI link) {
        return !new FormBrowser()
                .open(link)
                .document()
                .select("a[href*=action-token]")
                .isEmpty();
    }

    /** Fills in Keycloak's page for a new password. */
    public static FormPage choosePassword(FormBrowser browser, FormPage page, String password) {
        URI action = URI.create(
                page.document().select("form:has([name=password-new])").first().absUrl("action"));
        return browser.post(action, Map.of("password-new", password, "password-confirm", password));
    }
}
