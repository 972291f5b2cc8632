// Called by script/screenshots, which says what this does.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { walk } from "./keyboard.mjs";

const PAGES = path.resolve("themes/target/preview");
const TARGET = path.resolve("themes/target/screenshots");
const SCHEMES = ["light", "dark"];
const WIDTHS = [1280, 320];
const AT_ONCE = 2;
const SHOWN = ["xt-identify-providers", "xt-password", "xt-code-sign-up", "xt-attributes", "xt-account-sign-in", "base-login-config-totp", "brand-full-center"];
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript", ".png": "image/png", ".jpg": "image/jpeg" };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Languages whose pages are walked at both widths; the others at the narrow one. */
const WALKED_WIDE = ["en", "ar"];

const { values: options } = parseArgs({
  options: {
    pages: { type: "string", default: "^(xt|base|brand|mail)-" },
    languages: { type: "string", default: "en,de,ar,ja" },
    "no-axe": { type: "boolean", default: false },
    "no-keyboard": { type: "boolean", default: false },
    sheet: { type: "string" },
  },
});
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const languages = options.languages.split(",").filter(hasPages);
const names = fs.readdirSync(PAGES)
  .filter((file) => file.endsWith(`.${languages[0]}.html`))
  .map((file) => file.slice(0, -`.${languages[0]}.html`.length))
  .filter((name) => new RegExp(options.pages).test(name))
  .sort();
/** The page whose menu of languages is shown open as well, which is the same on every page. */
const MENU_OF = "xt-identify";
const MENU = `${MENU_OF}-languages`;
const faults = [];

const server = http.createServer(serve).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.XT_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});

fs.rmSync(TARGET, { recursive: true, force: true });
const variants = languages.flatMap((language) =>
  SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ language, scheme, width }))));
let taken = 0;
const waiting = [...variants];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let variant = waiting.shift(); variant; variant = waiting.shift()) {
    await take(variant);
  }
}));
writeIndex();
await takeSheet();
await browser.close();
server.close();

console.log(`${taken} pictures of ${names.length} pages in ${languages.join(", ")}: ${TARGET}/index.html`);
if (faults.length > 0) {
  console.error(`${faults.length} faults:\n${faults.join("\n")}`);
  process.exit(1);
}

function hasPages(language) {
  const there = fs.existsSync(path.join(PAGES, `xt-identify.${language}.html`));
  if (!there) {
    console.log(`no bundle for ${language}, left out`);
  }
  return there;
}

function serve(request, response) {
  const file = path.join(PAGES, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (!file.startsWith(PAGES) || !fs.existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" });
  fs.createReadStream(file).pipe(response);
}

async function take({ language, scheme, width }) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 720 } });
  const page = await context.newPage();
  let at = "";
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) {
      faults.push(`${at}: ${message.text()}`);
    }
  });
  await page.route("**/resources/js/xt-submit.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  for (const name of names) {
    at = `${name} ${language} ${scheme} ${width}`;
    await page.goto(`${origin}/${name}.${language}.html`);
    await photograph(page, picture(name, { language, scheme, width }), name.startsWith("brand-"));
    taken++;
    faults.push(...(await faultsOf(page, name)).map((fault) => `${at}: ${fault}`));
    if (!options["no-keyboard"] && isWalked(name, { language, scheme, width })) {
      faults.push(...(await walk(page)).map((fault) => `${at}: ${fault}`));
    }
    if (name === MENU_OF) {
      await page.evaluate(() => (document.querySelector("details").open = true));
      await photograph(page, picture(MENU, { language, scheme, width }));
      taken++;
      faults.push(...(await faultsOf(page, MENU)).map((fault) => `${at}, menu open: ${fault}`));
    }
  }
  await context.close();
}

/** A background is fixed to the window, and would end where the window does; so the window is made as high as the page. */
async function photograph(page, file, withBackground = false) {
  const window = page.viewportSize();
  // Once more, because some space grows with the window.
  for (let times = withBackground ? 2 : 0; times > 0; times--) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...window, height });
  }
  await page.screenshot({ path: file, fullPage: true, type: "jpeg", quality: 82 });
  await page.setViewportSize(window);
}

async function faultsOf(page, name) {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...(tooWide > 0 ? [`${tooWide} px wider than the window`] : []),
    ...(options["no-axe"] ? [] : await violations(page, name)),
  ];
}

/** A mail is read in a program that has keys of its own; a dark page differs by its colours. */
function isWalked(name, { language, scheme, width }) {
  return !isMail(name) && scheme === "light" && (width === 320 || WALKED_WIDE.includes(language));
}

function isMail(name) {
  return name.startsWith("mail-");
}

/** A mail is no page of its own, so it has no landmarks. */
async function violations(page, name) {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run({ runOnly, resultTypes: ["violations"], preload: false, iframes: false });
    return violations.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  }, isMail(name) ? RULES : [...RULES, "best-practice"]);
}

function picture(name, { language, scheme, width }) {
  return path.join(TARGET, language, `${name}-${scheme}-${width}.jpg`);
}

function writeIndex() {
  const shown = names.includes(MENU_OF) ? [...names, MENU] : names;
  const figures = shown.map((name) => `<h2>${name}</h2>` + variants.map((variant) => {
    const file = path.relative(TARGET, picture(name, variant));
    return `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`;
  }).join(""));
  fs.writeFileSync(path.join(TARGET, "index.html"),
    `<!DOCTYPE html><meta charset="utf-8"><title>Pages</title><style>body{font:14px sans-serif;background:#999}img{height:360px;margin:2px;vertical-align:top}</style>${figures.join("")}`);
}

/** One row for each language: on a wide and a narrow window, in light and dark by turns. */
async function takeSheet() {
  const shown = SHOWN.filter((name) => names.includes(name));
  if (shown.length === 0) {
    return;
  }
  const rows = languages.flatMap((language, index) => shown.map((name, column) => {
    const variant = { language, scheme: SCHEMES[(index + column) % 2], width: 320 };
    return `<img src="data:image/jpeg;base64,${fs.readFileSync(picture(name, variant)).toString("base64")}">`;
  }));
  const page = await browser.newPage({ viewport: { width: shown.length * 208 + 8, height: 100 } });
  await page.setContent(`<style>body{margin:8px;display:grid;gap:8px;grid-template-columns:repeat(${shown.length},200px);background:#8a949c}
    img{width:200px;height:420px;object-fit:cover;object-position:top;border-radius:6px}</style>${rows.join("")}`);
  const sheet = await page.screenshot({ fullPage: true, type: "jpeg", quality: 72 });
  fs.writeFileSync(path.join(TARGET, "contact-sheet.jpg"), sheet);
  if (options.sheet) {
    fs.writeFileSync(options.sheet, sheet);
  }
}
