/** Returns the middle of the values, or the lower of the two in the middle, so that each is one that was measured. */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)];
}

/** Returns the medians of several audits of one page. */
export function summary(audits) {
  const middle = (figure) => median(audits.map(figure));
  const numeric = (audit) => Math.round(middle((lhr) => lhr.audits[audit].numericValue));
  const requests = (lhr) => lhr.audits["network-requests"].details.items;
  const categories = Object.keys(audits[0].categories);
  const each = (figure) => Object.fromEntries(categories.map((category) => [category, figure(category)]));
  return {
    scores: each((category) => Math.round(100 * middle((lhr) => lhr.categories[category].score))),
    bytes: middle((lhr) => requests(lhr).reduce((sum, { transferSize }) => sum + transferSize, 0)),
    requests: middle((lhr) => requests(lhr).length),
    firstPaintMs: numeric("first-contentful-paint"),
    largestPaintMs: numeric("largest-contentful-paint"),
    blockedMs: numeric("total-blocking-time"),
    layoutShift: Number(middle((lhr) => lhr.audits["cumulative-layout-shift"].numericValue).toFixed(3)),
    notFull: each((category) => [...new Set(audits.flatMap((lhr) => notFull(lhr, category)))].sort()),
  };
}

/** Returns a table: what a visitor waits for, beside the scores. */
export function markdown(rows) {
  return [
    "| page | theme | performance | accessibility | best practices | kB | requests | first paint s | largest paint s |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows.map(({ kind, page, theme, scores, bytes, requests, firstPaintMs, largestPaintMs }) => `| ${[
      `${kind}: ${page}`, theme, scores.performance, scores.accessibility, scores["best-practices"],
      (bytes / 1000).toFixed(1), requests, seconds(firstPaintMs), seconds(largestPaintMs)].join(" | ")} |`),
  ].join("\n");
}

function notFull(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => id);
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
