import assert from "node:assert/strict";
import test from "node:test";
import { KeptScroll } from "../../main/webapp/resources/js/views/admin/kept-scroll.js";

/** A page that is scrolled down, whose filters stand at its top. */
function page(t) {
  let now = 1000;
  t.mock.method(performance, "now", () => now);
  const listeners = new Map();
  const listen = (type, listener) => listeners.set(type, listener);
  globalThis.document = { addEventListener: listen };
  globalThis.window = {
    scrollX: 0,
    scrollY: 3000,
    scrollTo: ({ left, top }) => Object.assign(globalThis.window, { scrollX: left, scrollY: top }),
  };
  t.after(() => {
    delete globalThis.document;
    delete globalThis.window;
  });
  new KeptScroll({ addEventListener: listen });
  listeners.get("scroll")();
  return {
    act: (type) => listeners.get(type)({}),
    pass: (time) => (now += time),
    /** The browser shows what gets the focus, after it has told so. */
    async focus(filter) {
      globalThis.window.scrollY = 5; // Without the table the page is short.
      listeners.get("focusin")({ target: { matches: () => filter } });
      globalThis.window.scrollY = 0;
      await Promise.resolve();
      return globalThis.window.scrollY;
    },
  };
}

test("stays where somebody scrolled to when a filter is given the focus back", async (t) => {
  const { act, pass, focus } = page(t);
  act("keydown");
  pass(101);
  assert.equal(await focus(true), 3000);
});

test("follows whoever goes to a filter by key or pointer", async (t) => {
  for (const type of ["keydown", "pointerdown", "pointerup"]) {
    const { act, pass, focus } = page(t);
    act(type);
    pass(99);
    assert.equal(await focus(true), 0, type);
  }
});

test("lets the browser show all else that gets the focus", async (t) => {
  assert.equal(await page(t).focus(false), 0);
});
