export const CUSTOMER = "kim@example.com";
export const PASSWORD = "correct-horse-Battery-9";

// Nobody listens there: no audit follows a sign-in to its end.
const CALLBACK = "http://127.0.0.1:1/callback";
// From RFC 7636, appendix B
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
// Asked of both, so that both pages have a list of languages.
const LIKE_FOR_LIKE = ["internationalizationEnabled", "supportedLocales", "defaultLocale", "registrationEmailAsUsername",
  "resetPasswordAllowed", "rememberMe"];

/** Makes a tenant as it comes, with a user flow whose customers prove their address and give two names; returns its realm. */
export async function makeTenant(keycloak, smtpPort) {
  await keycloak.admin("POST", "", {
    realm: "contoso",
    displayName: "Contoso",
    enabled: true,
    smtpServer: { host: "127.0.0.1", port: String(smtpPort), from: "no-reply@example.com" },
    users: [customer()],
  });
  await keycloak.admin("PUT", "/contoso/external-tenant", {});
  await keycloak.admin("POST", "/contoso/clients", app());
  const flow = await keycloak.admin("POST", "/contoso/external-tenant/user-flows", {
    name: "shop",
    attributes: [
      { name: "givenName", inputType: "TEXT", required: true },
      { name: "surname", inputType: "TEXT", required: true },
    ],
  });
  await keycloak.admin("PUT", `/contoso/external-tenant/user-flows/${flow.id}/applications/shop`);
  return "contoso";
}

/** Makes a realm of Keycloak's own pages with the tenant's languages; its customer has an authenticator app. */
export async function makeStockRealm(keycloak, tenant) {
  const model = (await keycloak.admin("GET", `/${tenant}`)).json;
  await keycloak.admin("POST", "", {
    ...Object.fromEntries(LIKE_FOR_LIKE.map((key) => [key, model[key]])),
    realm: "stock",
    displayName: "Contoso",
    enabled: true,
    loginTheme: "keycloak.v2",
    registrationAllowed: true,
    users: [customer({
      type: "otp",
      secretData: JSON.stringify({ value: "shared-secret-of-20-" }),
      credentialData: JSON.stringify({ subType: "totp", digits: 6, counter: 0, period: 30, algorithm: "HmacSHA1" }),
    })],
  });
  await keycloak.admin("POST", "/stock/clients", app());
  return "stock";
}

/** Returns the authorization request of the realm's app. */
export function authorization(keycloak, realm) {
  const query = new URLSearchParams({
    client_id: "shop",
    response_type: "code",
    scope: "openid",
    redirect_uri: CALLBACK,
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
    ui_locales: "en",
  });
  return `${keycloak.origin}/realms/${realm}/protocol/openid-connect/auth?${query}`;
}

function customer(...credentials) {
  return {
    username: CUSTOMER,
    email: CUSTOMER,
    emailVerified: true,
    enabled: true,
    firstName: "Kim",
    lastName: "Akers",
    credentials: [{ type: "password", value: PASSWORD }, ...credentials],
  };
}

function app() {
  return { clientId: "shop", name: "Shop", publicClient: true, redirectUris: [CALLBACK] };
}
