import assert from "node:assert/strict";
import test from "node:test";
import { asSeenBy } from "../../main/webapp/resources/js/shared/ownership.js";

const OWN = { deleteRooms: "own" };
const people = new Map([["ada", { name: "Ada Lovelace" }]]);

test("who made a room may delete it", () => {
  const { own, deletable } = asSeenBy("ada", OWN, people, { owner: "ada" });
  assert.deepEqual([own, deletable], [true, true]);
});

test("others may not, unless they may delete all rooms", () => {
  assert.equal(asSeenBy("bob", OWN, people, { owner: "ada" }).deletable, false);
  assert.equal(asSeenBy("bob", { deleteRooms: "all" }, people, { owner: "ada" }).deletable, true);
});

test("a room of nobody who is known may be deleted by everybody, and is nobody's own", () => {
  const { own, deletable } = asSeenBy(undefined, OWN, people, {});
  assert.deepEqual([own, deletable], [false, true]);
});

test("an owner is called as now while online, and as then otherwise", () => {
  assert.equal(asSeenBy("bob", OWN, people, { owner: "ada", ownerName: "Ada" }).ownerName, "Ada Lovelace");
  assert.equal(asSeenBy("bob", OWN, people, { owner: "eve", ownerName: "Eve" }).ownerName, "Eve");
});
