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

    /**
     * The end of addresses of these two that Entra restricts beside. Source: Entra's claims mapping policy type, "SAML
     * restricted claim set". What is plain and says nothing elsewhere, such as expiration, is reserved under them only.
     */
    private static final Set<String> WEB_SERVICE_ENDS = Set.of(
            "accesstoken",
            "authentication",
            "authenticationinstant",
            "authenticationmethod",
            "authnmethodsreferences",
            "authorizationdecision",
            "confirmationkey",
            "denyonlyprimarygroupsid",
            "denyonlyprimarysid",
            "denyonlysid",
            "denyonlywindowsdevicegroup",
            "expiration",
            "expired",
            "groups.link",
            "groupsid",
            "iscompliant",
            "isknown",
            "ismanaged",
            "ispersistent",
            "objectidentifier",
            "primarygroupsid",
            "primarysid",
            "privatepersonalidentifier",
            "psso",
            "samlissuername",
            "spn",
            "windowsaccountname",
            "windowsdeviceclaim",
            "windowsdevicegroup",
            "windowsfqbnversion",
            "windowssubauthority",
            "windowsuserclaim",
            "x500distinguishedname");

    private static final Pattern WEB_SERVICES =
            Pattern.compile("https?://schemas\\.(microsoft\\.com|xmlsoap\\.org)/.*", Pattern.CASE_INSENSITIVE);

    private ReservedSamlNames() {}

    /** Whatever the case, and whatever the address in front of the name. */
    public static boolean isReserved(String name) {
        int separator = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf(':'), name.lastIndexOf('#')));
        String end = name.substring(separator + 1).toLowerCase(Locale.ROOT);
        return ENDS.contains(end)
                || ReservedClaimNames.isReservedInShort(end)
                || (isOfWebServices(name) && WEB_SERVICE_ENDS.contains(end));
    }

    /** Returns whether the name is an address of Microsoft's claims, which its libraries believe in tokens, too. */
    static boolean isOfWebServices(String name) {
        return WEB_SERVICES.matcher(name).matches();
    }
}
