import assert from "node:assert/strict";
import test from "node:test";
import { Refreshing } from "../../main/webapp/resources/js/views/admin/refreshing.js";

function page(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const listeners = new Map();
  const document = {
    hidden: false,
    activeElement: null,
    dialog: null,
    addEventListener: (type, listener) => listeners.set(type, listener),
    querySelector: () => document.dialog,
  };
  globalThis.document = document;
  t.after(() => delete globalThis.document);
  let times = 0;
  const refreshing = new Refreshing(() => (times += 1));
  return {
    document,
    refreshing,
    times: () => times,
    happen: (type) => listeners.get(type)(),
    pass(ms) {
      now += ms;
      t.mock.timers.tick(ms);
    },
  };
}

const field = (filter) => ({ matches: (selector) => !filter || !selector.includes(":not(.ui-column-filter)") });

test("fetches at most every other second what changes all the time", (t) => {
  const { refreshing, pass, times } = page(t);
  for (let tenth = 0; tenth < 100; tenth += 1) {
    refreshing.soon();
    pass(100);
  }
  assert.equal(times(), 5);
});

test("waits while nobody looks, and while a field is typed in, and loses nothing", (t) => {
  const { document, refreshing, pass, times, happen } = page(t);
  document.hidden = true;
  refreshing.soon();
  pass(60_000);
  assert.equal(times(), 0);
  document.hidden = false;
  document.activeElement = field(false);
  happen("visibilitychange");
  pass(60_000);
  assert.equal(times(), 0);
  document.activeElement = null;
  happen("focusout");
  pass(2000);
  assert.equal(times(), 1);
  pass(60_000);
  assert.equal(times(), 1);
});

test("goes on in a filter in which nothing was typed for a while", (t) => {
  const { document, refreshing, pass, times, happen } = page(t);
  document.activeElement = field(true);
  refreshing.soon();
  pass(1500);
  happen("input");
  pass(500);
  assert.equal(times(), 0, "typed half a second ago");
  pass(2000);
  assert.equal(times(), 1);
});
