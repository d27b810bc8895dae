import assert from "node:assert/strict";
import test from "node:test";
import { TileOrder } from "../../main/webapp/resources/js/meeting/tile-order.js";

const PEOPLE = ["me", "ada", "bob", "cleo", "dan", "eve"];
const NONE = new Set();

/** Three places on the first page, of which the own one stays; a look answers the order and when to look again. */
function ordering(people = PEOPLE) {
  const made = new TileOrder();
  made.of(people);
  return (now, speaking = [], { here = people, fixed = ["me"] } = {}) => {
    const first = made.of(here).slice(0, 3);
    const again = made.bring({ speaking: new Set(speaking), first, fixed: new Set(fixed), now });
    return { order: made.of(here).join(" "), again };
  };
}

test("keeps everybody's place, and puts who comes last", () => {
  const look = ordering();
  assert.equal(look(0).order, "me ada bob cleo dan eve");
  assert.equal(look(1, [], { here: ["me", "zoe", "ada", "cleo"] }).order, "me ada cleo zoe");
});

test("lets who speaks change places with whoever on the first page is silent, and moves nobody else", () => {
  const look = ordering();
  assert.deepEqual(look(0, ["eve"]), { order: "me ada bob cleo dan eve", again: 700 });
  assert.deepEqual(look(700, ["eve"]), { order: "me ada eve cleo dan bob", again: 0 });
  assert.deepEqual(look(800, ["eve"]), { order: "me ada eve cleo dan bob", again: undefined });
});

test("takes the place of who was silent longest", () => {
  const look = ordering();
  look(0, ["bob"]);
  look(1_000);
  look(2_000, ["eve"]);
  assert.equal(look(3_000, ["eve"]).order, "me eve bob cleo dan ada");
});

test("moves nobody for a cough, nor who speaks or is on the first page anyway", () => {
  const look = ordering();
  look(0, ["dan"]);
  look(300);
  assert.equal(look(5_000, ["dan"]).order, "me ada bob cleo dan eve");
  assert.equal(look(9_000, ["ada", "bob", "dan"]).order, "me ada bob cleo dan eve");
  assert.equal(look(10_000, ["ada"]).again, undefined);
});

test("does not move tiles more often than every few seconds", () => {
  const look = ordering();
  look(0, ["dan"]);
  look(700, ["dan"]);
  look(800, ["dan", "eve"]);
  assert.deepEqual(look(1_600, ["dan", "eve"]), { order: "me ada dan cleo bob eve", again: 3_100 });
  assert.equal(look(4_700, ["dan", "eve"]).order, "me eve dan cleo bob ada");
});

test("leaves alone whose tile has the focus", () => {
  const look = ordering();
  look(0, ["eve"], { fixed: ["me", "bob"] });
  assert.equal(look(700, ["eve"], { fixed: ["me", "bob"] }).order, "me eve bob cleo dan ada");
});

test("has nobody to move on a page that all of them are on", () => {
  const made = new TileOrder();
  const first = made.of(["a", "b"]);
  assert.equal(made.bring({ speaking: new Set(["b"]), first, fixed: NONE, now: 9_000 }), undefined);
});
