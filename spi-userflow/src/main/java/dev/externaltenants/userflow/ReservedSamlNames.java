package dev.externaltenants.userflow;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of attributes in assertions that say who the customer is or what they may do: neither an attribute nor an API of
 * a tenant may set them.
 */
public final class ReservedSamlNames {

    /** A name, or an address as SAML apps like it; short enough for the name of a mapper. */
    public static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/#?=&%+~-]{0,199}");

    /** The end of names by which apps of SAML decide who somebody is or what they may do, beside those of OIDC. */
    private static final Set<String> ENDS = Set.of(
            "role",
            "memberof",
            "nameidentifier",
            "emailaddress",
            "mail",
            "upn",
            "uid",
            "edupersonprincipalname",
            // mail, uid and eduPersonPrincipalName as numbers
            "0.9.2342.19200300.100.1.3",
            "0.9.2342.19200300.100.1.1",
            "1.3.6.1.4.1.5923.1.1.1.6");

    private ReservedSamlNames() {}

    /** Whatever the case, and whatever the address in front of the name. */
    public static boolean isReserved(String name) {
        int separator = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf(':'), name.lastIndexOf('#')));
        String end = name.substring(separator + 1).toLowerCase(Locale.ROOT);
        return ENDS.contains(end) || ReservedClaimNames.isReserved(end);
    }
}
