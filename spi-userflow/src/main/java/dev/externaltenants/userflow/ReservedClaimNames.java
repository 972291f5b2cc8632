package dev.externaltenants.userflow;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims that say who issued a token, for whom, and what it permits: neither an attribute nor
 * an API of a tenant may set them.
 */
public final class ReservedClaimNames {

    /**
     * What tokens are made of, of which standards and Keycloak keep the names. Sources: RFC 7519, 7662, 7800, 8417, 8485, 8693,
     * 9068, 9396 and 9493; OpenID Connect Core, Logout and Identity Assurance; Keycloak's AccessToken, IDToken and
     * introspection.
     */
    private static final String STANDARDS =
            """
            iss sub aud exp iat nbf jti
            azp acr amr nonce auth_time sid session_state at_hash c_hash s_hash events _claim_names _claim_sources verified_claims sub_jwk
            scope client_id roles groups entitlements cnf act may_act authorization_details
            active token_type username sub_id toe txn vot vtm
            email email_verified preferred_username
            typ realm_access resource_access authorization permissions organization allowed-origins trusted-certs
            identity_provider identity_provider_identity client_session clientid clienthost clientaddress
            """;

    /** By which libraries that stand before APIs, such as Spring Security's, and apps of several tenants decide who may do what. */
    private static final String FRAMEWORKS = "authorities role user_id user_name userid tenant tenantid tenant_id";

    /**
     * Of Entra's claims mapping policy type, "JSON Web Token (JWT) restricted claim set": apps that came from Entra believe
     * them, and no function written for Entra can have set them. Without nickname, which is a customer's own by OpenID
     * Connect.
     */
    private static final String ENTRA =
            """
            . aai access_token account_type acct acrs actor actortoken agegroup aio altsecid app_chain app_displayname
            app_res appctx appctxsender appid appidacr assertion auth_data authorization_code azpacr bk_claim bk_enclave bk_pub
            brk_client_id brk_redirect_uri ca_enf ca_policy_result capolids capolids_latebind cc cert_token_use
            child_client_id child_redirect_uri client_ip cloud_graph_host_name cloud_instance_host_name cloud_instance_name
            cloudassignedmdmid code controls controls_auds credential_keys csr csr_type ctry deviceid dns_names
            domain_dns_name domain_netbios_name e_exp endpoint enfpolids expires_on fido_auth_data fido_ver fwd
            fwd_appidacr grant_type graph group_sids hasgroups hash_alg haswids home_oid home_puid home_tid
            identityprovider idp idtyp in_corp instance inviteticket ipaddr isbrowserhostedapp isviral jwk key_id key_type
            login_hint mam_compliance_url mam_enrollment_url mam_terms_of_use_url mdm_compliance_url mdm_enrollment_url
            mdm_terms_of_use_url msgraph_host msproxy nameid netbios_name oid on_prem_id onprem_sam_account_name onprem_sid
            openid2_id origin_header password platf polids pop_jwk previous_refresh_token primary_sid prov_data puid
            pwd_exp pwd_url rdp_bt redirect_uri refresh_token refresh_token_issued_on refreshtoken request_nonce resource
            rh rp_id rt_type scp secaud signature signin_state source_anchor src1 src2 target_deviceid tbid tbidv2
            tenant_ctry tenant_display_name tenant_region_scope tenant_region_sub_scope thumbnail_photo tid
            tokenautologonenabled trustedfordelegation ttr unique_name upn user_agent user_setting_sync_url uti ver
            verified_primary_email verified_secondary_email vnet vsm_binding_key wamcompat_client_info wamcompat_id_token
            wamcompat_scopes wids win_ver x5c_ca xcb2b_rclient xcb2b_rcloud xcb2b_rtenant ztdid
            """;

    private static final Set<String> NAMES =
            names(STANDARDS + FRAMEWORKS + " " + ENTRA).collect(Collectors.toUnmodifiableSet());

    /** Reserved whatever follows. Source: as of {@link #ENTRA}. */
    private static final Pattern PREFIXED = Pattern.compile("(xms_|extn\\.).*");

    private ReservedClaimNames() {}

    /** Returns them all, in lower case. */
    public static Stream<String> all() {
        return NAMES.stream();
    }

    /** Whatever the case: a reader that ignores it must not be misled. */
    public static boolean isReserved(String claim) {
        String name = claim.toLowerCase(Locale.ROOT);
        return isReservedInShort(name)
                // .NET gives claims of tokens the addresses that it knows from assertions, and believes those as they
                // come.
                || (ReservedSamlNames.isOfWebServices(name) && ReservedSamlNames.isReserved(name));
    }

    /** @param name in lower case, and no address */
    static boolean isReservedInShort(String name) {
        return NAMES.contains(name) || PREFIXED.matcher(name).matches();
    }

    private static Stream<String> names(String list) {
        return Stream.of(list.strip().split("\\s+"));
    }
}
