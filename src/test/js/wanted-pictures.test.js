import assert from "node:assert/strict";
import test from "node:test";
import { WantedPictures } from "../../main/webapp/resources/js/meeting/wanted-pictures.js";
import { playTime } from "./time.js";

const tile = (stream, height, role = "other") => ({ stream, height, role });
const written = ({ stream, height, priority }) => `${stream} ${height} ${priority}`;

/** Wishes whose changes are in `told`, each round as one array of "stream height priority". */
function wanting(t) {
  playTime(t, ["setTimeout"]);
  const wanted = new WantedPictures();
  const told = [];
  wanted.on("changed", (wishes) => told.push(wishes.map(written)));
  return { wanted, told, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

/** The same after Ada at 720 and Bob at 180 lines were told. */
function shown(t) {
  const made = wanting(t);
  made.wanted.show([tile("ada", 720, "speaker"), tile("bob", 180)]);
  made.tick(100);
  made.told.length = 0;
  return made;
}

test("tells all that is shown first in one round, soon, and what is not seen too", (t) => {
  const { wanted, told, tick } = wanting(t);
  wanted.show([tile("ada", 700, "speaker"), tile("bob", 0)]);
  wanted.show([tile("ada", 701, "speaker"), tile("bob", 0), tile("screen", 1000, "screen")]);
  assert.deepEqual(told, []);
  tick(100);
  assert.deepEqual(told, [["ada 720 1", "bob 0 0", "screen 1260 3"]]);
});

test("tells nothing of what has no size yet", (t) => {
  const { wanted, told, tick } = wanting(t);
  wanted.show([tile("ada", undefined)]);
  tick(10_000);
  assert.deepEqual(told, []);
});

test("wants no picture of unknown size with sound only, not even before that is told", (t) => {
  const { wanted, told, tick } = wanting(t);
  wanted.limit({ dataSaver: false, soundOnly: true, bandwidth: 0 });
  assert.equal(wanted.of("ada").height, 0);
  wanted.show([tile("ada", undefined)]);
  tick(100);
  assert.deepEqual(told, [["ada 0 0"]]);
  wanted.limit({ dataSaver: false, soundOnly: false, bandwidth: 0 });
  assert.equal(wanted.of("bob"), undefined);
});

test("wants no picture of unknown size on a page that was given up, until it is seen again", (t) => {
  const { wanted, told, tick } = wanting(t);
  wanted.see(false);
  wanted.show([tile("ada", undefined)]);
  tick(4_900);
  assert.deepEqual([told, wanted.of("ada")], [[], undefined]);
  tick(100);
  tick(100);
  assert.deepEqual([told, wanted.of("bob").height], [[["ada 0 0"]], 0]);
  wanted.show([tile("ada", undefined), tile("bob", undefined)]);
  tick(100);
  assert.deepEqual(told.slice(1), [["bob 0 0"]]);
  wanted.see(true);
  assert.equal(wanted.of("cleo"), undefined);
  wanted.show([tile("ada", 720), tile("bob", 180)]);
  tick(100);
  assert.deepEqual(told.slice(2), [["ada 720 0", "bob 180 0"]]);
});

test("tells what grows at once and what shrinks when it lasts", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.show([tile("ada", 180), tile("bob", 720, "speaker")]);
  tick(100);
  assert.deepEqual(told, [["bob 720 1"]]);
  tick(500);
  assert.equal(told.length, 1);
  tick(500);
  assert.deepEqual(told.slice(1), [["ada 180 0"]]);
});

test("tells nothing of a page that is turned and turned back", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.show([tile("ada", 0), tile("bob", 0)]);
  tick(500);
  wanted.show([tile("ada", 720, "speaker"), tile("bob", 180)]);
  tick(10_000);
  assert.deepEqual(told, []);
});

test("is not put off by what changes all the time", (t) => {
  const { wanted, told, tick } = shown(t);
  for (let height = 740; height < 1_000; height += 20) {
    wanted.show([tile("ada", height, "speaker"), tile("bob", 180)]);
    tick(20);
  }
  assert.ok(told.length > 2, `told ${told.length} times`);
});

test("gives up pictures of a page that nobody sees, after a while, and wants them back at once", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.see(false);
  tick(4_000);
  assert.deepEqual(told, []);
  tick(2_000);
  assert.deepEqual(told, [["ada 0 1", "bob 0 0"]]);
  wanted.see(true);
  tick(100);
  assert.deepEqual(told.slice(1), [["ada 720 1", "bob 180 0"]]);
});

test("keeps the picture that is above other windows", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.see(false);
  wanted.show([{ ...tile("ada", 240, "speaker"), above: true }, tile("bob", 180)]);
  tick(6_000);
  assert.deepEqual(told, [["ada 240 1", "bob 0 0"]]);
});

test("wants no picture at once when the person wants sound only", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.limit({ dataSaver: false, soundOnly: true, bandwidth: 0 });
  tick(100);
  assert.deepEqual(told, [["ada 0 1", "bob 0 0"]]);
  wanted.limit({ dataSaver: false, soundOnly: false, bandwidth: 0 });
  tick(100);
  assert.deepEqual(told.slice(1), [["ada 720 1", "bob 180 0"]]);
});

test("wants small pictures of people with the data saver, and legible screens", (t) => {
  const { wanted, tick } = shown(t);
  wanted.show([tile("ada", 720, "speaker"), tile("bob", 700), tile("screen", 1_000, "screen")]);
  wanted.limit({ dataSaver: true, soundOnly: false, bandwidth: 0 });
  tick(2_000);
  assert.deepEqual(wanted.all.map(written), ["ada 360 1", "bob 180 0", "screen 720 3"]);
});

test("wants no more than fits into a bandwidth, and more again without one", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.limit({ dataSaver: false, soundOnly: false, bandwidth: 1_000_000 });
  tick(100);
  assert.deepEqual(told, [["ada 360 1"]]);
  wanted.limit({ dataSaver: false, soundOnly: false, bandwidth: 0 });
  tick(100);
  assert.deepEqual(wanted.of("ada"), { stream: "ada", height: 720, priority: 1 });
});

test("forgets a stream that is gone, and tells of it when it is back", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.show([tile("bob", 180)]);
  tick(10_000);
  assert.deepEqual([told, wanted.all.map(written)], [[], ["bob 180 0"]]);
  wanted.show([tile("ada", 720, "speaker"), tile("bob", 180)]);
  tick(100);
  assert.deepEqual(told, [["ada 720 1"]]);
});

test("tells nothing after its end", (t) => {
  const { wanted, told, tick } = shown(t);
  wanted.show([tile("ada", 1_080)]);
  wanted.stop();
  tick(10_000);
  assert.deepEqual([told, wanted.all], [[], []]);
});

test("says which limit holds a picture back that would be seen", (t) => {
  const { wanted, tick } = shown(t);
  assert.equal(wanted.heldBack("ada"), undefined);
  wanted.limit({ dataSaver: false, soundOnly: false, bandwidth: 250_000 });
  tick(100);
  assert.deepEqual([wanted.heldBack("ada"), wanted.heldBack("bob")], [undefined, "bandwidth"]);
  wanted.see(false);
  tick(6_000);
  assert.equal(wanted.heldBack("ada"), undefined);
  wanted.see(true);
  wanted.limit({ dataSaver: false, soundOnly: true, bandwidth: 0 });
  assert.deepEqual([wanted.heldBack("ada"), wanted.heldBack("nobody")], ["soundOnly", undefined]);
});

test("holds nothing back where what is received does not follow the wishes", (t) => {
  playTime(t, ["setTimeout"]);
  let bounds = false;
  const wanted = new WantedPictures(() => bounds);
  wanted.show([tile("ada", 720), tile("bob", undefined)]);
  wanted.limit({ dataSaver: false, soundOnly: true, bandwidth: 250_000 });
  t.mock.timers.tick(100);
  assert.deepEqual(
    [wanted.heldBack("ada"), wanted.of("ada"), wanted.of("cleo"), wanted.all],
    [undefined, undefined, undefined, []],
  );
  bounds = true;
  assert.deepEqual([wanted.heldBack("ada"), wanted.of("ada").height, wanted.all.length], ["soundOnly", 0, 2]);
});
