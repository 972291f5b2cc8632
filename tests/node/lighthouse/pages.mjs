import { CUSTOMER, PASSWORD } from "./realms.mjs";

/**
 * The pages that are audited. Those of one kind stand beside each other; `ours` are held to the thresholds. `reach` leads a new
 * visitor from the authorization request to the page.
 */
export function pagesOf(mailbox) {
  let newcomers = 0;
  const ours = (kind, page, reach) => ({ kind, page, ours: true, reach });
  const stock = (kind, page, reach) => ({ kind, page, ours: false, reach });

  async function toSignUp(tab) {
    await press(tab, "#xt-sign-up");
    await tab.waitForSelector("#email");
  }

  async function toCode(tab) {
    const address = `newcomer-${++newcomers}@example.com`;
    await toSignUp(tab);
    await tab.type("#email", address);
    await press(tab, "button[type=submit]");
    await tab.waitForSelector("#code");
    return address;
  }

  return [
    ours("sign-in", "who signs in", (tab) => tab.waitForSelector("#username")),
    ours("sign-in", "password", async (tab) => {
      await tab.type("#username", CUSTOMER);
      await press(tab, "#xt-continue");
      await tab.waitForSelector("#password");
    }),
    stock("sign-in", "user name and password", (tab) => tab.waitForSelector("#password")),
    ours("sign-up", "e-mail address", toSignUp),
    ours("sign-up", "attributes and password", async (tab) => {
      const address = await toCode(tab);
      await tab.type("#code", await mailbox.codeFor(address));
      await press(tab, "#xt-verify");
      await tab.waitForSelector("#xt-create-account");
    }),
    stock("sign-up", "registration", async (tab) => {
      await press(tab, "#kc-registration a");
      await tab.waitForSelector("#password-confirm");
    }),
    ours("code", "code by e-mail", toCode),
    stock("code", "code of an authenticator app", async (tab) => {
      await tab.type("#username", CUSTOMER);
      await tab.type("#password", PASSWORD);
      await press(tab, "#kc-login");
      await tab.waitForSelector("#otp");
    }),
  ];
}

async function press(tab, selector) {
  await tab.waitForSelector(selector);
  await Promise.all([tab.waitForNavigation(), tab.click(selector)]);
}
