import assert from "node:assert/strict";
import test from "node:test";
import { isPinnable, largeOf, roleOf } from "../../main/webapp/resources/js/meeting/tile-roles.js";

const room = { shown: ["me", "ada", "bob"], others: ["ada", "bob"], pinned: [], view: "speaker" };

test("shows large who is pinned, who speaks, and before that the first one", () => {
  assert.deepEqual(largeOf(room), ["ada"]);
  assert.deepEqual(largeOf({ ...room, active: "bob" }), ["bob"]);
  assert.deepEqual(largeOf({ ...room, active: "bob", pinned: ["ada"] }), ["ada"]);
  assert.deepEqual(largeOf({ ...room, view: "grid" }), []);
  assert.deepEqual(largeOf({ ...room, shown: ["me"], others: [] }), []);
});

test("takes who is large before anybody has spoken for the speaker", () => {
  const roles = (parts) => ["ada", "bob"].map((id) => roleOf(id, { pinned: [], large: [], ...parts }));
  assert.deepEqual(roles({ large: largeOf(room) }), ["speaker", "other"]);
  assert.deepEqual(roles({ large: ["bob"], active: "bob" }), ["other", "speaker"]);
  assert.deepEqual(roles({ large: ["bob"], pinned: ["bob"], active: "ada" }), ["speaker", "pinned"]);
  assert.deepEqual(roles({ active: "ada" }), ["speaker", "other"]);
});

test("has nobody pinned of two, but lets go whoever is", () => {
  assert.deepEqual(
    [isPinnable("ada", 3, []), isPinnable("ada", 2, []), isPinnable("ada", 2, ["bob"])],
    [true, false, false],
  );
  assert.equal(isPinnable("ada", 2, ["ada"]), true);
});
