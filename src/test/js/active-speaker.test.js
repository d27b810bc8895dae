import assert from "node:assert/strict";
import test from "node:test";
import { ActiveSpeaker } from "../../main/webapp/resources/js/meeting/active-speaker.js";

const PEOPLE = ["ada", "bob", "cleo"];

/** Who it is at these moments: [milliseconds, ...who speaks]. */
function speakers(...moments) {
  const made = new ActiveSpeaker();
  return moments.map(([now, ...speaking]) => made.of(PEOPLE, new Set(speaking), now).id);
}

test("is nobody before somebody has spoken for a moment, and stays who spoke last", () => {
  assert.deepEqual(speakers([0], [100, "bob"], [700, "bob"], [60_000]), [undefined, undefined, "bob", "bob"]);
});

test("changes when one is silent and another speaks, but not at once", () => {
  assert.deepEqual(speakers([0, "ada"], [600, "ada"], [700, "bob"], [1_500, "bob"], [2_700, "bob"]), [
    undefined,
    "ada",
    "ada",
    "ada",
    "bob",
  ]);
});

test("does not change for a word between, and does when the other goes on", () => {
  const both = ["ada", "bob"];
  assert.deepEqual(
    speakers([0, "ada"], [600, "ada"], [5_000, ...both], [6_000, ...both], [9_100, ...both], [30_000, ...both]).slice(
      1,
    ),
    ["ada", "ada", "ada", "bob", "bob"],
  );
});

test("says when it changes by itself", () => {
  const made = new ActiveSpeaker();
  const again = (now, ...speaking) => made.of(PEOPLE, new Set(speaking), now).again;
  assert.equal(again(0), undefined);
  assert.equal(again(0, "ada"), 500);
  assert.equal(again(500, "ada"), undefined);
  assert.equal(again(600, "bob"), 1_900);
  assert.equal(again(2_500, "bob"), undefined);
});

test("is nobody who left", () => {
  const made = new ActiveSpeaker();
  made.of(PEOPLE, new Set(["bob"]), 0);
  assert.equal(made.of(PEOPLE, new Set(["bob"]), 600).id, "bob");
  assert.equal(made.of(["ada"], new Set(), 700).id, undefined);
});
