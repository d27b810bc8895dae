import { wallClock } from "./clock.js";

const texts = new Map();
let language = "en";
/** Formats for times of day, with and without the day: browsers take long to make one. */
let times = {};

/** What a browser wants, as it tells. */
const wantedHere = () => globalThis.navigator?.languages ?? [];

/** The reader's own variety of the page's language `tag`, by which times and numbers are written, as browsers tell. */
export function regional(tag, wanted = wantedHere()) {
  return wanted.find((one) => (one === tag || one.startsWith(`${tag}-`)) && isTag(one)) ?? tag;
}

/** Whether formats take it: some Chromium on Linux tell of a locale of the system that is no language tag. */
function isTag(one) {
  try {
    return Intl.getCanonicalLocales(one).length > 0;
  } catch {
    return false;
  }
}

/** Takes over the texts of the page, an object of key to sentence, in the language `tag`; `wanted` as above. */
export function loadTexts(entries, tag, wanted = wantedHere()) {
  texts.clear();
  for (const [key, value] of Object.entries(entries)) {
    texts.set(key, value);
  }
  language = regional(tag || "en", wanted);
  times = {};
}

/** The sentence of `key` with {0}, {1} ... replaced; an unknown key is shown as itself, so that it is noticed. */
export function text(key, ...values) {
  const sentence = texts.get(key) ?? key;
  return sentence.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}

/** Whether there is a sentence for `key`. */
export function hasText(key) {
  return texts.has(key);
}

/** The sentence of `key.one`, `key.few`, ... as the language counts `count`, which is also {0}. */
export function textOf(count, key, ...values) {
  const category = new Intl.PluralRules(language).select(count);
  const found = texts.has(`${key}.${category}`) ? category : "other";
  return text(`${key}.${found}`, count, ...values);
}

/** A date with its time of day, as people of the page's language write it. */
export function timeOf(date) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** A date in few letters: today the time of day, else the day and the time. */
export function shortTimeOf(date, now = wallClock()) {
  const today = date.toDateString() === now.toDateString();
  const day = today ? {} : { day: "numeric", month: "short" };
  const format = (times[today] ??= new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }));
  return format.format(date);
}

/** A number as people of the page's language write it. */
export function numberOf(number) {
  return new Intl.NumberFormat(language).format(number);
}

/** A number with one digit of its fraction, as people of the page's language write it. */
export function tenthsOf(number) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(number);
}

/** How long a file is, in a unit in which one reads it. */
export function sizeOf(bytes) {
  const [unit, size] = bytes < 1_000_000 ? ["kilobyte", Math.ceil(bytes / 1_000)] : ["megabyte", bytes / 1_000_000];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(size);
}

/** Compares names as people of the page's language sort them. */
export function compareNames(a, b) {
  return a.localeCompare(b, language, { sensitivity: "base", numeric: true });
}
