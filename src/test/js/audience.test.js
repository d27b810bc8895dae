import assert from "node:assert/strict";
import test from "node:test";
import { Audience, streamIn } from "../../main/webapp/resources/js/media/audience.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

/** An audience, and the names of the streams that it asked for. */
function audience() {
  const asked = [];
  const made = new Audience(async (stream) => {
    asked.push(stream);
    return { url: "http://x/whep" };
  });
  return { made, asked };
}

const stream = (source, name = source) => ({ name, source, audio: source !== "screen", video: true, codec: "VP8" });
const bob = (...streams) => ({ id: "bob", streams });

test("plays a member's camera and screen side by side", async (t) => {
  peers(t);
  const { made, asked } = audience();
  made.update([bob(stream("camera"), stream("screen"))]);
  await settled();
  assert.deepEqual(asked, ["camera", "screen"]);
  assert.deepEqual(
    made.players.map(({ member, slot }) => `${member} ${slot}`),
    ["bob main", "bob screen"],
  );
});

test("goes on with the camera when the screen left the air", async (t) => {
  const { made: connections } = peers(t);
  const { made } = audience();
  made.update([bob(stream("camera"), stream("screen"))]);
  made.update([bob(stream("camera"))]);
  t.mock.timers.tick(5_000);
  assert.deepEqual(
    made.players.map(({ slot }) => slot),
    ["main"],
  );
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [false, true],
  );
});

test("goes on with the screen of a member whose camera is not watched", async (t) => {
  const { made: connections } = peers(t);
  const { made } = audience();
  const member = bob(stream("camera"), stream("screen"));
  made.update([member]);
  made.watch(member, false);
  made.update([member]);
  assert.deepEqual(
    made.players.map(({ slot }) => slot),
    ["screen"],
  );
  assert.equal(connections[0].closed, true);
  assert.equal(made.isWatched("bob"), false);
});

test("ends everything of a member who left", (t) => {
  const { made: connections } = peers(t);
  const { made } = audience();
  made.update([bob(stream("camera"), stream("screen"))]);
  made.update([]);
  assert.deepEqual(made.players, []);
  assert.ok(connections.every(({ closed }) => closed));
});

test("plays another stream of the same source from the beginning", async (t) => {
  peers(t);
  const { made, asked } = audience();
  made.update([bob(stream("screen", "first"))]);
  made.update([bob(stream("screen", "second"))]);
  await settled();
  assert.deepEqual(asked, ["first", "second"]);
});

test("uses the connection that was made ready for whoever comes first with sound and picture", async (t) => {
  const { made: connections } = peers(t);
  const { made, asked } = audience();
  made.expect();
  made.expect();
  assert.deepEqual(
    connections.map(({ kinds }) => kinds),
    [["audio", "video"]],
  );
  made.update([bob(stream("camera"))]);
  await settled();
  assert.equal(connections.length, 1);
  assert.deepEqual(asked, ["camera"]);
});

test("does not use that connection for other tracks, and closes it in the end", async (t) => {
  const { made: connections } = peers(t);
  const { made } = audience();
  made.expect();
  made.update([bob({ ...stream("camera"), video: false })]);
  await settled();
  assert.deepEqual(
    connections.map(({ kinds }) => kinds),
    [["audio", "video"], ["audio"]],
  );
  await made.close();
  assert.ok(connections.every(({ closed }) => closed));
});

test("keeps the connection to a stream that is back within twenty seconds, as after a reload", async (t) => {
  const { made: connections } = peers(t);
  const { made } = audience();
  made.update([bob(stream("camera"))]);
  connections[0].become("connected");
  made.update([bob()]);
  t.mock.timers.tick(19_000);
  made.update([bob(stream("camera"))]);
  t.mock.timers.tick(20_000);
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [false],
  );
  made.update([bob()]);
  t.mock.timers.tick(20_000);
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [true],
  );
});

test("forgets whom the person did not watch when they leave", () => {
  const { made } = audience();
  made.watch(bob(), false);
  made.update([bob()]);
  assert.equal(made.isWatched("bob"), false);
  made.update([]);
  assert.equal(made.isWatched("bob"), true);
});

test("finds the stream of a slot", () => {
  const member = bob(stream("screen"), stream("device"));
  assert.equal(streamIn("main", member).source, "device");
  assert.equal(streamIn("screen", member).source, "screen");
  assert.equal(streamIn("screen", bob()), undefined);
});
