import assert from "node:assert/strict";
import test from "node:test";
import { Talkers } from "../../main/webapp/resources/js/meeting/talkers.js";
import { playTime } from "./time.js";

/** People by name; whose name ends with "!" speaks, "me" is the own person. */
const people = (...names) =>
  names.map((name) => ({ id: name.replace("!", ""), name, own: name.startsWith("me"), speaking: name.endsWith("!") }));
const ids = (looks) => looks.map(({ id }) => id).join(" ");

test("lists the own person first, the others by name", (t) => {
  playTime(t, ["setTimeout"]);
  assert.equal(ids(new Talkers().arrange(people("cleo", "bob", "me"), false)), "me bob cleo");
});

test("lists whoever speaks for a while before all others, and says when that is due", (t) => {
  playTime(t, ["setTimeout"]);
  const talkers = new Talkers();
  let due = 0;
  talkers.on("due", () => (due += 1));
  assert.equal(ids(talkers.arrange(people("me", "bob", "cleo!"), false)), "me bob cleo");
  t.mock.timers.tick(500);
  assert.equal(due, 1);
  assert.equal(ids(talkers.arrange(people("me", "bob", "cleo!"), false)), "cleo me bob");
  talkers.arrange(people("me", "bob", "cleo"), false);
  t.mock.timers.tick(10_000);
  assert.equal(due, 2);
  assert.equal(ids(talkers.arrange(people("me", "bob", "cleo"), false)), "me bob cleo");
});

test("moves nobody away from a pointer, and puts who comes last", (t) => {
  playTime(t, ["setTimeout"]);
  const talkers = new Talkers();
  talkers.arrange(people("me", "bob", "cleo!"), true);
  t.mock.timers.tick(500);
  assert.equal(ids(talkers.arrange(people("me", "ada", "bob", "cleo!"), true)), "me bob cleo ada");
  assert.equal(ids(talkers.arrange(people("me", "ada", "bob", "cleo!"), false)), "cleo me ada bob");
});

test("waits for one due change at a time", (t) => {
  playTime(t, ["setTimeout"]);
  const talkers = new Talkers();
  let due = 0;
  talkers.on("due", () => (due += 1));
  talkers.arrange(people("me", "bob!"), false);
  talkers.arrange(people("me", "bob!"), false);
  t.mock.timers.tick(500);
  assert.equal(due, 1);
});
