package dev.externaltenants.userflow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedClaimNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"sub", "preferred_username", "upn", "unique_name", "oid", "tid", "idp", "OID"})
    void keepsTheClaimsByWhichAppsKnowWhoTheCustomerIs(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scp",
                "appid",
                "wids",
                "idtyp",
                "organization",
                "acrs",
                "azpacr",
                "ver",
                "authorities",
                "role",
                "tenant_id",
                "user_id",
                "xms_mirid",
                "extn.anything",
                "_claim_names",
                "entitlements",
                "sub_id",
                "toe"
            })
    void keepsWhatApisDecideByWhetherOfTheStandardsOfEntraOrOfLibraries(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
                "http://schemas.microsoft.com/identity/claims/objectidentifier",
                "http://schemas.microsoft.com/claims/groups.link",
                "HTTP://Schemas.XmlSoap.org/ws/2005/05/identity/claims/SID"
            })
    void keepsTheAddressesByWhichMicrosoftsLibrariesKnowThem(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isTrue();
        assertThat(ReservedSamlNames.isReserved(claim)).isTrue();
    }

    /** Those of Microsoft's pages on custom claims providers and claims mapping, and addresses of one's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "birthdate",
                "dateOfBirth",
                "customRoles",
                "apiVersion",
                "correlationId",
                "policy_version",
                "country",
                "given_name",
                "nickname",
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
                "https://shop.example/role"
            })
    void leavesWhatEntrasDocumentedExamplesMap(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loyaltyNumber", "owner", "idps"})
    void leavesTheOthers(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isFalse();
    }
}
