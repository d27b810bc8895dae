import assert from "node:assert/strict";
import test from "node:test";
import { asSeenBy, devicesSeenBy } from "../../main/webapp/resources/js/shared/ownership.js";

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

test("a device's address is its holder's, and the room's owner may renew it", () => {
  const devices = new Map([["gate", { id: "gate", holder: "bob" }]]);
  const seenBy = (you, owner) => {
    const [{ readable, renewable }] = devicesSeenBy(you, { devices, owner });
    return [readable, renewable];
  };
  assert.deepEqual(seenBy("bob", "ada"), [true, true]);
  assert.deepEqual(seenBy("ada", "ada"), [false, true]);
  assert.deepEqual(seenBy("eve", "ada"), [false, false]);
  assert.deepEqual(seenBy("bob", undefined), [true, true]);
  assert.deepEqual(seenBy("eve", undefined), [false, false]);
});

test("a room of nobody is the administrators' to delete where people have accounts", () => {
  assert.equal(asSeenBy("bob", { deleteRooms: "owned" }, people, {}).deletable, false);
  assert.equal(asSeenBy("ada", { deleteRooms: "owned" }, people, { owner: "ada" }).deletable, true);
});
