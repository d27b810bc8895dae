import assert from "node:assert/strict";
import test from "node:test";
import { TalkOrder } from "../../main/webapp/resources/js/meeting/talk-order.js";

const PEOPLE = ["ada", "bob", "cleo", "dan"].map((id) => ({ id }));

/** Looks at a list at these moments: [milliseconds, ...who speaks]; answers the orders. */
function orders(...moments) {
  const made = new TalkOrder();
  return moments.map(([now, ...speaking]) =>
    made
      .of(PEOPLE, new Set(speaking), now)
      .order.map(({ id }) => id)
      .join(" "),
  );
}

test("keeps the given order while nobody speaks", () => {
  assert.deepEqual(orders([0], [5_000]), ["ada bob cleo dan", "ada bob cleo dan"]);
});

test("puts whoever speaks first, after half a second", () => {
  assert.deepEqual(orders([0, "cleo"], [400, "cleo"], [500, "cleo"]), [
    "ada bob cleo dan",
    "ada bob cleo dan",
    "cleo ada bob dan",
  ]);
});

test("moves nobody for a cough", () => {
  assert.deepEqual(orders([0, "dan"], [300], [600, "dan"], [900]).at(-1), "ada bob cleo dan");
});

test("does not move two who speak in turns", () => {
  const turns = [
    [0, "dan"],
    [600, "dan"],
    [1_000, "bob"],
    [1_600, "bob"],
    [2_000, "dan"],
    [2_600, "dan"],
    [5_000, "bob"],
    [5_600, "bob"],
  ];
  assert.deepEqual(orders(...turns).slice(3), Array(5).fill("dan bob ada cleo"));
});

test("lets whoever was silent for ten seconds go back to their place", () => {
  const seen = orders([0, "dan"], [600, "dan"], [1_000], [10_500], [10_700]);
  assert.deepEqual(seen.slice(-2), ["dan ada bob cleo", "ada bob cleo dan"]);
});

test("says when the order changes by itself", () => {
  const made = new TalkOrder();
  const again = (now, ...speaking) => made.of(PEOPLE, new Set(speaking), now).again;
  assert.equal(again(0), undefined);
  assert.equal(again(0, "bob"), 500);
  assert.equal(again(500, "bob"), undefined);
  assert.equal(again(600), 9_900);
  assert.equal(again(10_500), undefined);
});

test("forgets whoever left", () => {
  const made = new TalkOrder();
  made.of(PEOPLE, new Set(["dan"]), 0);
  made.of(PEOPLE, new Set(["dan"]), 600);
  const without = PEOPLE.filter(({ id }) => id !== "dan");
  assert.deepEqual(made.of(without, new Set(), 700), { order: without, again: undefined });
  assert.deepEqual(made.of(PEOPLE, new Set(), 800).order, PEOPLE);
});
