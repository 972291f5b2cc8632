// Answers to the five events of custom authentication extensions, without any library: from what was called to what is answered.
import { constants, createDecipheriv, privateDecrypt, scryptSync, timingSafeEqual } from "node:crypto";

const GRAPH = "microsoft.graph.";

/** @param shop what the answers need: { oldUsers, privateKey, sendCode } */
export async function answerTo(call, shop) {
  const { data } = call;
  switch (call.type.slice((GRAPH + "authenticationEvent.").length).toLowerCase()) {
    case "tokenissuancestart":
      return answer("onTokenIssuanceStart", "tokenIssuanceStart.provideClaimsForToken", { claims: claims(data) });
    case "attributecollectionstart":
      return answer("onAttributeCollectionStart", ...atStart(data.userSignUpInfo));
    case "attributecollectionsubmit":
      return answer("onAttributeCollectionSubmit", ...atSubmit(data.userSignUpInfo));
    case "emailotpsend":
      await shop.sendCode(data.otpContext.identifier, data.otpContext.oneTimeCode);
      return answer("OnOtpSend", "OtpSend.continueWithDefaultBehavior");
    case "passwordsubmit":
      return toPassword(data.encryptedPasswordContext, shop);
    default:
      throw new Error(`Unknown event ${call.type}`);
  }
}

function claims({ authenticationContext: { user } }) {
  return { loyaltyTier: user.mail?.endsWith("@contoso.com") ? "platinum" : "gold" };
}

function atStart({ identities }) {
  const address = identities[0].issuerAssignedId;
  if (address.endsWith("@blocked.example")) {
    return ["attributeCollectionStart.showBlockPage", { title: "Not here", message: "Please use another address." }];
  }
  return address.endsWith("@contoso.com")
    ? ["attributeCollectionStart.setPrefillValues", { inputs: { country: "NO" } }]
    : ["attributeCollectionStart.continueWithDefaultBehavior"];
}

function atSubmit({ attributes }) {
  const name = attributes.displayName?.value ?? "";
  if (/^(admin|support)$/i.test(name.trim())) {
    return ["attributeCollectionSubmit.showValidationError", {
      message: "Please choose another name.",
      attributeErrors: { displayName: "This name is for our staff." },
    }];
  }
  return name === name.trim()
    ? ["attributeCollectionSubmit.continueWithDefaultBehavior"]
    : ["attributeCollectionSubmit.modifyAttributeValues", { attributes: { displayName: name.trim() } }];
}

function toPassword(encrypted, { oldUsers, privateKey }) {
  const sent = decrypted(encrypted, privateKey);
  const user = Object.hasOwn(oldUsers, sent.username) ? oldUsers[sent.username] : undefined;
  const action = user?.locked ? "Block" : user && isRight(sent["user-password"], user) ? "MigratePassword" : "Retry";
  // The nonce proves that the password was read; without it the answer counts for nothing.
  return answer("onPasswordSubmit", `passwordSubmit.${action}`, {}, { nonce: sent.nonce });
}

function isRight(password, { salt, scrypt }) {
  return timingSafeEqual(scryptSync(password, salt, 32), Buffer.from(scrypt, "hex"));
}

/** A JWE (RSA-OAEP-256, A256GCM) around an unsigned JWT. */
function decrypted(encrypted, privateKey) {
  const [header, key, iv, text, tag] = encrypted.split(".");
  const { alg, enc } = JSON.parse(Buffer.from(header, "base64url"));
  if (alg !== "RSA-OAEP-256" || enc !== "A256GCM") {
    throw new Error(`Unknown encryption ${alg} ${enc}`);
  }
  const contentKey = privateDecrypt(
    { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, Buffer.from(key, "base64url"));
  const cipher = createDecipheriv("aes-256-gcm", contentKey, Buffer.from(iv, "base64url"), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(header));
  cipher.setAuthTag(Buffer.from(tag, "base64url"));
  const token = cipher.update(text, "base64url", "utf8") + cipher.final("utf8");
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
}

function answer(event, action, members = {}, beside = {}) {
  return {
    data: {
      "@odata.type": `${GRAPH}${event}ResponseData`,
      actions: [{ "@odata.type": GRAPH + action, ...members }],
      ...beside,
    },
  };
}
