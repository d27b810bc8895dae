import js from "@eslint/js";
import imports from "eslint-plugin-import";
import noUnsanitized from "eslint-plugin-no-unsanitized";

const root = "src/main/webapp/resources/js";

/** What browser code may name without importing it. */
const everywhere = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "CustomEvent",
  "DOMException",
  "Event",
  "EventTarget",
  "Intl",
  "URL",
  "URLSearchParams",
  "clearInterval",
  "clearTimeout",
  "console",
  "fetch",
  "setInterval",
  "setTimeout",
];
const media = [
  "AnalyserNode",
  "Audio",
  "AudioContext",
  "AudioWorkletNode",
  "MediaSource",
  "MediaStream",
  "RTCPeerConnection",
  "RTCRtpSender",
  "globalThis",
  "navigator",
];
const dom = [
  "document",
  "window",
  "navigator",
  "matchMedia",
  "MutationObserver",
  "ResizeObserver",
  "IntersectionObserver",
  "location",
  "history",
  "requestAnimationFrame",
  "MediaStream",
  "queueMicrotask",
  "cancelAnimationFrame",
  "DOMParser",
  "Option",
  "HTMLMediaElement",
  "Notification",
  "WebSocket",
];

/** A clock that somebody sets measures nothing: what lasts is measured by shared/clock.js. */
const WALL_CLOCK = "Use uptime() of shared/clock.js; for what people read wallClock().";
const clocks = {
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: WALL_CLOCK },
    { object: "performance", property: "now", message: WALL_CLOCK },
  ],
  "no-restricted-syntax": [
    "error",
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: WALL_CLOCK },
    { selector: "CallExpression[callee.name='Date']", message: WALL_CLOCK },
  ],
};

/** Of which tests make pictures and sound. */
const made = ["OffscreenCanvas", "OscillatorNode", "GainNode"];

const globals = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

/** pages -> views, meeting -> media, signal -> shared: what a folder may not import from. */
const directions = {
  shared: ["pages", "views", "meeting", "media", "signal"],
  signal: ["pages", "views", "meeting", "media"],
  media: ["pages", "views", "meeting", "signal"],
  meeting: ["pages", "views"],
  views: ["pages", "meeting", "signal"],
};

/** All that views may know of media: which devices there are, the choices among them, and how one sounds. */
const VIEWED = ["./choices.js", "./devices.js", "./test-sound.js"];

/** Views of one place know nothing of those of another; what they share is in views/common. */
const places = ["account", "devices", "lobby", "meeting", "watch"];

const folder = (name) => `${root}/${name}`;
const zones = [
  ...Object.entries(directions).map(([target, from]) => ({ target: folder(target), from: from.map(folder) })),
  { target: folder("views"), from: folder("media"), except: VIEWED },
  { target: folder("views/common"), from: places.map((place) => folder(`views/${place}`)) },
  ...places.map((place) => ({
    target: folder(`views/${place}`),
    from: folder("views"),
    except: ["./common", `./${place}`],
  })),
  // A page's own module wires the parts; what every page has knows nothing of meetings.
  { target: [folder("pages/site"), folder("pages/meeting")], from: `${folder("pages")}/*.js` },
  { target: folder("pages/site"), from: folder("pages/meeting") },
];

export default [
  { ignores: ["src/main/webapp/resources/lib/**"] },
  js.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals(everywhere) },
    plugins: { import: imports },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "import/no-cycle": "error",
      "import/no-unresolved": "error",
      "import/named": "error",
      "import/extensions": ["error", "always"],
      "import/no-default-export": "error",
      "import/no-restricted-paths": ["error", { zones }],
      curly: "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-unused-vars": ["error", { args: "after-used", caughtErrors: "none" }],
      // The formatter leaves words alone.
      "max-len": ["error", { code: 120, ignoreStrings: true, ignoreUrls: true }],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 5],
      complexity: ["error", 12],
    },
  },
  { files: [`${root}/**`], ignores: [`${root}/shared/clock.js`], rules: clocks },
  { files: [`${root}/shared/clock.js`], languageOptions: { globals: globals(["performance"]) } },
  // Only views and the pages that wire them know a document, and only media peer connections; a meeting knows neither.
  { files: [`${root}/media/**`], languageOptions: { globals: globals(media) } },
  {
    files: [`${root}/media/*-worklet.js`],
    languageOptions: { globals: globals(["AudioWorkletProcessor", "currentTime", "registerProcessor", "sampleRate"]) },
  },
  { files: [`${root}/signal/**`], languageOptions: { globals: globals(["WebSocket"]) } },
  { files: [`${root}/views/**`], languageOptions: { globals: globals(dom) } },
  { files: [`${root}/pages/**`], languageOptions: { globals: globals(dom) } },
  // Scripts beside PrimeFaces' own, which are no modules either.
  {
    files: [`${root}/admin/**`],
    languageOptions: { sourceType: "script", globals: globals([...dom, "Element"]) },
    rules: { strict: "off" },
  },
  {
    files: ["src/test/js/**"],
    languageOptions: { globals: globals(["performance", "process", "setImmediate"]) },
    rules: { "max-lines-per-function": "off", "import/no-default-export": "off" },
  },
  // Scripts that tests put into a page: they see all that the page sees.
  {
    files: ["src/test/resources/**"],
    languageOptions: { globals: globals([...media, ...dom, ...made, "WebSocket", "performance"]) },
    rules: { "max-lines-per-function": "off" },
  },
  { files: ["src/build/**"], languageOptions: { globals: globals(["process"]) }, rules: { "no-console": "off" } },
  { files: ["eslint.config.js"], rules: { "import/no-default-export": "off" } },
];
