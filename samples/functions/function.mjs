// An Azure Function (programming model 4) around the answers. Needs @azure/functions and jose.
import { app } from "@azure/functions";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { answerTo } from "./answers.mjs";

const issuer = needed("XT_ISSUER"); // https://id.shop.example/realms/contoso
const audience = needed("XT_AUDIENCE"); // the extension's resourceId
const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`));

const shop = {
  // In your database; how a hash is made is known to nobody but you.
  oldUsers: JSON.parse(process.env.XT_OLD_USERS ?? "{}"),
  privateKey: process.env.XT_PRIVATE_KEY,
  sendCode: async (address, code) => {
    // Hand it to your mail or SMS gateway, and return once that has taken it.
  },
};

// Without an audience, a token for any other API would do.
function needed(setting) {
  const value = process.env[setting];
  if (!value) {
    throw new Error(`Set ${setting}`);
  }
  return value;
}

app.http("extension", {
  methods: ["POST"],
  authLevel: "anonymous",
  handler: async (request, context) => {
    const token = (request.headers.get("authorization") ?? "").replace(/^Bearer /i, "");
    const caller = await jwtVerify(token, keys, { issuer, audience }).catch((refusal) => context.warn(refusal.message));
    if (caller?.payload.azp !== "99045fe1-7639-4a75-9d4a-577b6ca3810f") {
      return { status: 401 };
    }
    return { jsonBody: await answerTo(await request.json(), shop) };
  },
});
