import assert from "node:assert/strict";
import test from "node:test";
import { Director, PATIENCE, streamOf } from "../../main/webapp/resources/js/media/director.js";
import { watchPath } from "../../main/webapp/resources/js/shared/paths.js";

const CAMERA = { name: "c", source: "camera", audio: true, video: true };

/** Members by id: `off` ones send nothing. */
const room = (...ids) =>
  new Map(ids.map((id) => [id, { id, name: `Name of ${id}`, streams: [{ ...CAMERA, name: `${id}-camera` }] }]));
const off = (members, id) => new Map(members).set(id, { ...members.get(id), streams: [] });
const without = (members, id) => new Map([...members].filter(([key]) => key !== id));

test("shows whoever came on air first, and stays with them", () => {
  const director = new Director(undefined);
  assert.equal(director.decide(off(room("a", "b"), "a"), 0).shown.id, "b");
  const { onAir, shown } = director.decide(room("a", "b"), 1);
  assert.equal(shown.id, "b");
  assert.deepEqual(
    onAir.map(({ id }) => id),
    ["b", "a"],
  );
});

test("goes on with the next at once when the shown one leaves, and says who left", () => {
  const director = new Director(undefined);
  director.decide(room("a", "b"), 0);
  const { shown, left } = director.decide(without(room("a", "b"), "a"), 1);
  assert.equal(shown.id, "b");
  assert.equal(left, "Name of a");
});

test("waits a little for one who is off air but still here", () => {
  const director = new Director(undefined);
  director.decide(room("a", "b"), 0);
  const silent = off(room("a", "b"), "a");
  const waiting = director.decide(silent, 10);
  assert.equal(waiting.shown.id, "a");
  assert.equal(waiting.stream, undefined);
  assert.equal(waiting.left, undefined);
  assert.equal(director.decide(room("a", "b"), 20).stream.name, "a-camera");
  director.decide(silent, 30);
  assert.equal(director.decide(silent, 30 + PATIENCE).shown.id, "b");
});

test("begins with the chosen one, and without them says so", () => {
  assert.equal(new Director("b").decide(room("a", "b"), 0).shown.id, "b");
  const { shown, left } = new Director("gone").decide(room("a"), 0);
  assert.equal(shown.id, "a");
  assert.equal(left, "");
});

test("shows nobody when nobody sends", () => {
  const { shown, stream, left } = new Director(undefined).decide(off(room("a"), "a"), 0);
  assert.deepEqual([shown, stream, left], [undefined, undefined, undefined]);
});

test("shows whom the person chooses", () => {
  const director = new Director(undefined);
  director.decide(room("a", "b"), 0);
  director.choose("b");
  assert.equal(director.decide(room("a", "b"), 1).shown.id, "b");
});

test("prefers a screen to a camera, and a picture to sound alone", () => {
  const sound = { name: "s", source: "camera", audio: true, video: false };
  const screen = { name: "d", source: "screen", audio: false, video: true };
  assert.equal(streamOf({ streams: [sound, CAMERA, screen] }).name, "d");
  assert.equal(streamOf({ streams: [sound, CAMERA] }).name, "c");
});

test("writes the address of the page", () => {
  assert.equal(watchPath("k3J9"), "/watch?room=k3J9");
  assert.equal(watchPath("k3J9", "p7+Hq"), "/watch?room=k3J9&person=p7%2BHq");
});
