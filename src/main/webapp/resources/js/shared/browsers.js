const BROWSERS = [
  ["Edge", /\bEdg(?:A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
];
const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(?:iPhone|iPad|iPod)\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

const first = (names, agent) => names.find(([, sign]) => sign.test(agent))?.[0];

/** What people call the browser that sends this `User-Agent`, such as "Firefox, Linux"; "" when nobody knows. */
export function browserOf(agent) {
  return [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean).join(", ");
}

/** The same with its version, such as "Firefox 153, Linux". */
export function browserVersionOf(agent) {
  const [name, sign] = BROWSERS.find(([, found]) => found.test(agent)) ?? [];
  const version = name && agent.match(name === "Safari" ? /\bVersion\/(\d+)/ : new RegExp(`${sign.source}(\\d+)`))?.[1];
  return [[name, version].filter(Boolean).join(" "), first(SYSTEMS, agent)].filter(Boolean).join(", ");
}
