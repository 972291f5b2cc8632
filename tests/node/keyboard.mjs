// Walks a page by its keys alone, as somebody does who cannot use a mouse. Called by screenshots.mjs.

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
/** A date has a stop for each of its parts; the browser tells only of the whole. */
const MOST_STOPS_IN_ONE = 8;

/**
 * Returns what is wrong, in words; nothing is a page that can be used.
 *
 * Every control has to be reached by Tab, in the order in which the page reads, and to be seen where the focus is; the focus
 * has to leave every control again; Enter in a field has to press the page's main button, which comes after the fields; the
 * menu of languages has to open and close by keys.
 */
export async function walk(page) {
  await page.evaluate(helpers, CONTROLS);
  const faults = await page.evaluate(() => globalThis.walk.faultsOfThePage());
  await page.evaluate(() => globalThis.walk.begin());
  const expected = await page.evaluate(() => globalThis.walk.names());
  const reached = [];
  let inOne = 1;
  for (let pressed = 0; pressed < expected.length * MOST_STOPS_IN_ONE + 2; pressed++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => globalThis.walk.stop());
    if (stop === null || stop.name === reached[0]) {
      break;
    }
    if (stop.name === reached.at(-1)) {
      inOne++;
      if (inOne > (stop.isDate ? MOST_STOPS_IN_ONE : 1)) {
        faults.push(`Tab does not leave ${stop.name}`);
        break;
      }
      continue;
    }
    inOne = 1;
    faults.push(...stop.faults);
    reached.push(stop.name);
  }
  const missed = expected.filter((name) => !reached.includes(name));
  if (missed.length > 0) {
    faults.push(`Tab does not reach ${missed.join(", ")}`);
  } else if (reached.filter((name) => expected.includes(name)).join() !== expected.join()) {
    faults.push(`Tab goes another way than the page reads: ${reached.join(", ")}`);
  }
  return faults.concat(await openAndClose(page));
}

async function openAndClose(page) {
  if ((await page.locator("details > summary").count()) === 0) {
    return [];
  }
  const isOpen = () => page.evaluate(() => document.querySelector("details").open);
  await page.focus("details > summary");
  await page.keyboard.press("Enter");
  if (!(await isOpen())) {
    return ["Enter does not open the menu"];
  }
  await page.keyboard.press("Tab");
  const entered = await page.evaluate(() => document.activeElement === document.querySelector("details a"));
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  return [
    ...(entered ? [] : ["Tab does not go into the open menu"]),
    ...((await isOpen()) ? ["Space does not close the menu"] : []),
  ];
}

/** Runs in the page. */
function helpers(controls) {
  const all = () => [...document.querySelectorAll(controls)].filter(isStop);
  let before = null;
  let looks = new Map();

  function isStop(element) {
    return !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]")
      && isTheOneOfItsGroup(element);
  }

  /** Of radio buttons under one name, Tab stops at the chosen one, or else at the first. */
  function isTheOneOfItsGroup(element) {
    if (element.type !== "radio") {
      return true;
    }
    const group = [...document.getElementsByName(element.name)].filter((radio) => radio.form === element.form);
    return element === (group.find((radio) => radio.checked) ?? group[0]);
  }

  function name(element) {
    const index = [...document.querySelectorAll("*")].indexOf(element);
    const said = element.id || (element.textContent || element.name || "").trim().replaceAll(/\s+/g, " ").slice(0, 30);
    return `<${element.localName}> ${said} (${index})`;
  }

  function look(element) {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor].join();
  }

  function luminance(color) {
    const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function groundOf(element) {
    for (let around = element.parentElement; around; around = around.parentElement) {
      const color = getComputedStyle(around).backgroundColor;
      if (!/, 0\)$/.test(color)) {
        return color;
      }
    }
    return "rgb(255, 255, 255)";
  }

  /** WCAG 2.2, 2.4.7 and 1.4.11: a focus that is seen, by 3 to 1. */
  function faultsOfFocus(element) {
    const style = getComputedStyle(element);
    if (look(element) === looks.get(element)) {
      return [`${name(element)} looks the same with the focus`];
    }
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
      return [`${name(element)} has a focus thinner than 2 pixels`];
    }
    const [low, high] = [luminance(style.outlineColor), luminance(groundOf(element))].sort((one, other) => one - other);
    const contrast = (high + 0.05) / (low + 0.05);
    return contrast < 3 ? [`the focus of ${name(element)} has a contrast of ${contrast.toFixed(2)} to 1`] : [];
  }

  function faultsOfPlace(element) {
    const box = element.getBoundingClientRect();
    const faults = [];
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) {
      faults.push(`${name(element)} has the focus outside of the window`);
    }
    if (before !== null) {
      const last = before.getBoundingClientRect();
      const sameRow = box.top < last.bottom - 1 && last.top < box.bottom - 1;
      const rightToLeft = document.documentElement.dir === "rtl";
      const back = sameRow ? (rightToLeft ? box.right > last.right + 1 : box.left < last.left - 1) : box.top < last.top;
      if (back) {
        faults.push(`the focus goes back from ${name(before)} to ${name(element)}`);
      }
    }
    before = element;
    return faults;
  }

  globalThis.walk = {
    names: () => all().map(name),

    /** Where somebody begins who opens the page, whatever has the cursor. */
    begin() {
      looks = new Map([...document.querySelectorAll("*")].map((element) => [element, ""]));
      document.activeElement?.blur();
      looks.forEach((_, element) => looks.set(element, look(element)));
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
      before = null;
    },

    stop() {
      const element = document.activeElement;
      if (element === null || element === document.body) {
        return null;
      }
      const isDate = ["date", "datetime-local"].includes(element.type);
      return { name: name(element), isDate, faults: [...faultsOfFocus(element), ...faultsOfPlace(element)] };
    },

    faultsOfThePage() {
      const faults = [];
      const first = document.activeElement;
      if (first !== document.body && first !== null && !first.closest("main")) {
        faults.push(`the page begins with the focus on ${name(first)}`);
      }
      const stops = all();
      const stopsBefore = stops.findIndex((element) => element.closest("main"));
      if (stopsBefore > 1) {
        faults.push(`${stopsBefore} controls stand before the page's own, and nothing skips them`);
      }
      for (const form of document.forms) {
        const button = [...form.elements].find((element) => element.type === "submit" && !element.disabled);
        const fields = [...form.elements].filter((element) => element.matches("input:not([type=hidden], [type=submit], [hidden]), select, textarea"));
        if (button === undefined || fields.length === 0) {
          continue;
        }
        if (!button.matches(".xt-primary, .xt-danger-fill")) {
          faults.push(`Enter in a field presses ${name(button)}`);
        }
        const later = fields.filter((field) => stops.includes(field) && stops.indexOf(field) > stops.indexOf(button));
        if (later.length > 0) {
          faults.push(`${name(later[0])} comes after ${name(button)}`);
        }
      }
      return faults;
    },
  };
}
