import assert from "node:assert/strict";
import test from "node:test";
import { showOrders } from "../../main/webapp/resources/js/views/admin/sort-choice.js";

/** A table with the columns "a" and "b", as PrimeFaces writes it: its field stands at the first choice. */
function table(t, sorted) {
  const heads = ["a", "b"].map((id) => ({ id, getAttribute: () => sorted[id] ?? null }));
  const choice = {
    selectedIndex: 0,
    options: ["a_0", "a_1", "b_0", "b_1"].map((value) => ({ value })),
    closest: () => ({ querySelectorAll: () => heads }),
  };
  let changed;
  globalThis.MutationObserver = class {
    constructor(listener) {
      changed = listener;
    }
    observe() {}
  };
  t.after(() => delete globalThis.MutationObserver);
  showOrders({ querySelectorAll: () => [choice] });
  return { choice, changed: () => changed() };
}

test("shows the order that a table has", (t) => {
  assert.equal(table(t, { a: "descending" }).choice.selectedIndex, 1);
  assert.equal(table(t, { a: "other", b: "ascending" }).choice.selectedIndex, 2);
});

test("shows none for a table that nobody sorted", (t) => {
  assert.equal(table(t, { a: "other", b: "other" }).choice.selectedIndex, -1);
});

test("follows a table that is sorted, or written anew", (t) => {
  const sorted = { a: "descending" };
  const { choice, changed } = table(t, sorted);
  sorted.a = "other";
  sorted.b = "descending";
  changed();
  assert.equal(choice.selectedIndex, 3);
});
