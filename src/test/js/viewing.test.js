import assert from "node:assert/strict";
import test from "node:test";
import { Director, PATIENCE } from "../../main/webapp/resources/js/media/director.js";
import { Viewing } from "../../main/webapp/resources/js/meeting/viewing.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { playTime } from "./time.js";

const camera = (id) => ({ name: `${id}-camera`, source: "camera", audio: true, video: true });

/** Somebody who views a room, in which the members with these ids are on air. */
function viewing(t, chosen, ...ids) {
  playTime(t, ["setTimeout"]);
  const played = [];
  const room = Object.assign(new Bus(), { members: new Map() });
  const player = Object.assign(new Bus(), { state: "loading", show: (stream) => played.push(stream?.name) });
  const made = new Viewing(room, new Director(chosen), player);
  const told = [];
  made.on("left", ({ left, shown }) => told.push(`${left} left, ${shown?.id ?? "nobody"} is next`));
  const come = (id, streams = [camera(id)]) => {
    room.members.set(id, { id, name: id, streams });
    room.emit("changed");
  };
  ids.forEach((id) => come(id));
  return { made, room, player, played, told, come };
}

test("plays nothing before the room is there", (t) => {
  const { made, room, played } = viewing(t, undefined, "ada");
  assert.deepEqual([made.state, played], ["connecting", []]);
  room.emit("watching");
  assert.deepEqual([made.state, played.at(-1), made.shown.id], ["loading", "ada-camera", "ada"]);
});

test("shows another one when whoever is shown leaves, and says so", (t) => {
  const { made, room, played, told } = viewing(t, undefined, "ada", "bob");
  room.emit("watching");
  room.members.delete("ada");
  room.emit("changed");
  assert.deepEqual([played.at(-1), told], ["bob-camera", ["ada left, bob is next"]]);
  room.members.clear();
  room.emit("changed");
  assert.deepEqual([made.state, played.at(-1), told.at(-1)], ["nobody", undefined, "bob left, nobody is next"]);
});

test("waits for one who is off air for a while, and then shows another one by itself", (t) => {
  const { made, room, played, come } = viewing(t, "ada", "ada", "bob");
  room.emit("watching");
  come("ada", []);
  assert.deepEqual([made.state, made.shown.id, played.at(-1)], ["off", "ada", undefined]);
  t.mock.timers.tick(PATIENCE);
  assert.deepEqual([made.shown.id, played.at(-1)], ["bob", "bob-camera"]);
});

test("shows whom the person chooses", (t) => {
  const { made, room, played } = viewing(t, undefined, "ada", "bob");
  room.emit("watching");
  made.choose("bob");
  assert.equal(played.at(-1), "bob-camera");
  assert.deepEqual(
    made.onAir.map(({ id }) => id),
    ["ada", "bob"],
  );
});

test("says that the browser wants a click until it plays", (t) => {
  const { made, room, player } = viewing(t, undefined, "ada");
  room.emit("watching");
  player.emit("blocked");
  player.emit("state", "loading");
  assert.equal(made.state, "blocked");
  player.state = "playing";
  player.emit("state", "playing");
  assert.equal(made.state, "playing");
});

test("plays nothing after the room was closed or refused, though it was waiting for somebody", (t) => {
  for (const end of ["closed", "refused"]) {
    t.mock.timers.reset();
    const { room, played, come } = viewing(t, "ada", "ada", "bob");
    room.emit("watching");
    come("ada", []);
    room.emit(end, {});
    t.mock.timers.tick(PATIENCE);
    assert.equal(played.at(-1), undefined, end);
  }
});
