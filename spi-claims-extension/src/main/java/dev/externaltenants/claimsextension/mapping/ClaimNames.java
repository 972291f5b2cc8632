package dev.externaltenants.claimsextension.mapping;

import java.util.regex.Pattern;

import dev.externaltenants.claimsextension.mapping.ClaimsMapping.Entry;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.ReservedSamlNames;
import dev.externaltenants.userflow.StandardClaims;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.saml.SamlProtocol;

/** How claims are called in what an app gets. */
public enum ClaimNames {
    TOKEN("JwtClaimType", Pattern.compile("[A-Za-z0-9._:/-]{1,120}")) {
        @Override
        String given(Entry entry) {
            return entry.jwtClaimType();
        }

        @Override
        public boolean isReserved(String name) {
            return ReservedClaimNames.isReserved(name);
        }

        @Override
        public boolean suit(String name, Object value) {
            return StandardClaims.suits(name, value);
        }
    },
    ASSERTION("SamlClaimType", ReservedSamlNames.WELL_FORMED) {
        @Override
        String given(Entry entry) {
            return entry.samlClaimType();
        }

        @Override
        public boolean isReserved(String name) {
            return ReservedSamlNames.isReserved(name);
        }

        @Override
        public boolean suit(String name, Object value) {
            return true;
        }
    };

    private final String member;
    private final Pattern wellFormed;

    ClaimNames(String member, Pattern wellFormed) {
        this.member = member;
        this.wellFormed = wellFormed;
    }

    /** Returns those of the app's protocol. */
    public static ClaimNames of(ClientModel app) {
        return SamlProtocol.LOGIN_PROTOCOL.equals(app.getProtocol()) ? ASSERTION : TOKEN;
    }

    /** Returns the name that the entry gives for this protocol, or null. */
    abstract String given(Entry entry);

    /** Returns whether the name says who the customer is or what they may do, and so is the server's own. */
    public abstract boolean isReserved(String name);

    /** Returns whether the name stands for values like this one; in assertions each value is text. */
    public abstract boolean suit(String name, Object value);

    /** Returns whether an app may get the value under the name. */
    public boolean permit(String name, Object value) {
        return !isReserved(name) && suit(name, value);
    }

    /** Returns the entry's name, or null for a constant that has none in this protocol. */
    String of(Entry entry) {
        return given(entry) == null ? entry.id() : given(entry);
    }

    /** Returns the member of an entry that has the name. */
    String member() {
        return member;
    }

    boolean areWellFormed(String name) {
        return wellFormed.matcher(name).matches();
    }
}
