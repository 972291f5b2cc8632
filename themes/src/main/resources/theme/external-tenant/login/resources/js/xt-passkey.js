/*
 * Passkeys and security keys have no form of their own in HTML, so their pages need a script. What it has to know stands
 * in the data attributes of the form that it fills in, so that no page carries a script inside. It takes the place of
 * Keycloak's webauthnRegister.js, webauthnAuthenticate.js and passkeysConditionalAuth.js, which need an import map, and an
 * import map cannot be a file; names of fields and the meaning of each setting are theirs.
 */
const DISMISSED = "kc_passkey_modal_dismissed";

const registration = document.getElementById("register");
const proof = document.getElementById("webauth");
let pending;

if (registration) {
  onSubmitOf(registration, "registerWebAuthn", register);
}
if (proof) {
  onSubmitOf(proof, "authenticateWebAuthnButton", prove);
  offer(proof);
}

/** The form itself is sent by send() alone, which asks no listener. */
function onSubmitOf(form, buttonId, action) {
  const button = document.getElementById(buttonId);
  let began = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!began) {
      began = true;
      button.disabled = true;
      action(form);
    }
  });
  button.addEventListener("click", () => form.requestSubmit());
}

async function register(form) {
  const data = form.dataset;
  if (!window.PublicKeyCredential) {
    fail(form, data.unsupported);
    return;
  }
  const name = form.elements.authenticatorLabel;
  name.value = name.value.trim() || name.defaultValue;
  const required = { Yes: "required", No: "discouraged" };
  const residentKey = specified(data.residentKey) ?? required[data.requireResidentKey];
  try {
    const made = await navigator.credentials.create({
      publicKey: withoutUndefined({
        challenge: bytes(data.challenge),
        rp: { id: data.rpId, name: data.rpName },
        user: { id: bytes(data.userId), name: data.userName, displayName: data.userName },
        pubKeyCredParams: list(data.algorithms).map((alg) => ({ type: "public-key", alg: Number(alg) })),
        attestation: specified(data.attestation),
        authenticatorSelection: withoutUndefined({
          authenticatorAttachment: specified(data.attachment),
          residentKey,
          requireResidentKey: residentKey && residentKey === "required",
          userVerification: specified(data.userVerification),
        }),
        excludeCredentials: list(data.exclude).map(credential),
        timeout: timeout(data),
      }),
    });
    send(form, {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      publicKeyCredentialId: text(made.rawId),
      transports: made.response.getTransports?.().join() ?? "",
      authenticatorAttachment: made.authenticatorAttachment ?? "",
    });
  } catch (error) {
    fail(form, error);
  }
}

async function prove(form) {
  const data = form.dataset;
  if (!window.PublicKeyCredential) {
    fail(form, data.unsupported);
    return;
  }
  const known = Array.from(document.querySelectorAll("[name='authn_use_chk']"), (field) => credential(field.value));
  try {
    answer(form, await ask(data, data.identified === "true" ? known : []));
  } catch (error) {
    fail(form, error);
  }
}

/** Without being asked: among what the browser fills in, or in a dialogue of its own, once for each sign-in. */
async function offer(form) {
  const { mediation, identified, attachment } = form.dataset;
  if (!window.PublicKeyCredential || !mediation || mediation === "none" || identified === "true") {
    return;
  }
  if (attachment === "platform" && !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) {
    return;
  }
  if (mediation === "conditional" && !(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  const modal = mediation === "optional" || mediation === "required";
  const signIn = document.cookie.match(/(?:^|;\s*)KC_AUTH_SESSION_HASH=([^;]+)/)?.[1];
  if (modal && (!signIn || sessionStorage.getItem(DISMISSED) === signIn)) {
    return;
  }
  try {
    answer(form, await ask(form.dataset, [], mediation));
  } catch (error) {
    if (modal && ["NotAllowedError", "AbortError"].includes(error?.name)) {
      sessionStorage.setItem(DISMISSED, signIn);
    }
  }
}

function ask(data, allowCredentials, mediation) {
  pending?.abort(new DOMException("Asked anew", "AbortError"));
  pending = new AbortController();
  return navigator.credentials.get(withoutUndefined({
    publicKey: withoutUndefined({
      rpId: data.rpId,
      challenge: bytes(data.challenge),
      allowCredentials,
      userVerification: specified(data.userVerification),
      timeout: timeout(data),
    }),
    signal: pending.signal,
    mediation,
  }));
}

function answer(form, given) {
  if (!given) {
    return;
  }
  const stay = document.getElementById("rememberMe");
  send(form, withoutUndefined({
    clientDataJSON: text(given.response.clientDataJSON),
    authenticatorData: text(given.response.authenticatorData),
    signature: text(given.response.signature),
    credentialId: given.id,
    userHandle: given.response.userHandle ? text(given.response.userHandle) : "",
    rememberMe: stay ? (stay.checked ? "on" : "off") : undefined,
  }));
}

function fail(form, error) {
  send(form, { error: String(error) });
}

function send(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name] ?? form.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = name;
    field.value = value;
  }
  form.submit();
}

function credential(id) {
  return { type: "public-key", id: bytes(id) };
}

function list(values) {
  return values ? values.split(",") : [];
}

function timeout(data) {
  return Number(data.timeout) * 1000 || undefined;
}

function specified(value) {
  return value && value !== "not specified" ? value : undefined;
}

function withoutUndefined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function bytes(base64url) {
  const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function text(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
