import assert from "node:assert/strict";
import test from "node:test";
import { coloursIn, readStyles, rulesOf } from "./stylesheets.js";

const styles = readStyles();

test("finds a literal of a colour however it is written", () => {
  const literals = [
    "#fff",
    "#12345678",
    "rgb(0 0 0 / 45%)",
    "hsl(1 2% 3%)",
    "oklch(1 2 3)",
    "Tomato",
    "color-mix(in srgb, red, var(--ink))",
  ];
  for (const literal of literals) {
    assert.deepEqual(coloursIn(`a { b: c } @media x { p { border: 1px solid ${literal}; } }`), [
      `border: 1px solid ${literal}`,
    ]);
  }
  const others = [
    "var(--red)",
    "transparent",
    "currentcolor",
    "nowrap",
    'url("red.svg")',
    "color-mix(in srgb, var(--a), transparent)",
  ];
  for (const other of others) {
    assert.deepEqual(coloursIn(`#add:hover { white-space: ${other} } /* #fff red */`), [], other);
  }
});

test("says what a colour is in tokens.css alone", () => {
  const found = [...styles].filter(([name]) => name !== "tokens.css").map(([name, css]) => [name, coloursIn(css)]);
  assert.deepEqual(Object.fromEntries(found.filter(([, colours]) => colours.length > 0)), {});
});

test("defines every custom property that is used", () => {
  const all = [...styles.values()].join("\n");
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  // Set by modules, or with a value of its own where it is used.
  const others = new Set(["--tile-left", "--tile-top", "--tile-width", "--tile-height"]);
  const used = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  assert.deepEqual(
    used.filter((name) => !defined.has(name) && !others.has(name)),
    [],
  );
});

test("rules a selector in one file", () => {
  const files = new Map();
  for (const [name, css] of styles) {
    const selectors = rulesOf(css).flatMap((rule) => rule.selectors);
    selectors.forEach((selector) => files.set(selector, new Set(files.get(selector)).add(name)));
  }
  // The steps of animations are no selectors; tokens.css is the root's.
  const several = [...files].filter(([selector, names]) => names.size > 1 && !["from", "to"].includes(selector));
  assert.deepEqual(
    several.map(([selector, names]) => `${selector}: ${[...names].join(", ")}`),
    [],
  );
});
