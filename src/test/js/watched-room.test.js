import assert from "node:assert/strict";
import test from "node:test";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { WatchedRoom } from "../../main/webapp/resources/js/signal/watched-room.js";
import { settled } from "./settled.js";

const CAMERA = { name: "c", source: "camera", audio: true, video: true };

/** Members by id. */
const room = (...ids) =>
  new Map(ids.map((id) => [id, { id, name: `Name of ${id}`, streams: [{ ...CAMERA, name: `${id}-camera` }] }]));

/** A connection that the test plays. */
class Wire extends Bus {
  sent = [];
  answer = () => undefined;
  request(message) {
    this.sent.push(message);
    return Promise.resolve(this.answer(message));
  }
  send(message) {
    this.sent.push(message);
  }
  retryNow() {}
}

const snapshot = (seq, members) => ({
  type: "room",
  seq,
  room: { id: "r", name: "Lecture" },
  you: "me",
  members: [...members.values()],
});

test("watches a room anew after each reconnection, without a seat", async () => {
  const wire = new Wire();
  wire.answer = () => snapshot(5, room("a"));
  const watched = new WatchedRoom(wire, "r");
  wire.emit("welcome", {});
  await settled();
  wire.emit("welcome", {});
  await settled();
  assert.deepEqual(wire.sent, [
    { type: "watch-room", room: "r" },
    { type: "watch-room", room: "r" },
  ]);
  assert.deepEqual([...watched.members.keys()], ["a"]);
});

test("follows a watched room's changes, and asks again after a gap", async () => {
  const wire = new Wire();
  wire.answer = () => snapshot(5, room("a"));
  const watched = new WatchedRoom(wire, "r");
  wire.emit("welcome", {});
  await settled();
  wire.emit("message", {
    type: "room-changed",
    seq: 6,
    changes: [{ change: "member-joined", member: room("b").get("b") }],
  });
  assert.deepEqual([...watched.members.keys()], ["a", "b"]);
  wire.emit("message", { type: "room-changed", seq: 9, changes: [] });
  assert.deepEqual(wire.sent.at(-1), { type: "resync", topic: "room" });
});

test("tells that a watched room was deleted, and of a refusal", async () => {
  const wire = new Wire();
  wire.answer = () => Promise.reject(Object.assign(new Error("No such room."), { code: "no-such-room" }));
  const watched = new WatchedRoom(wire, "r");
  const told = [];
  watched.on("refused", ({ code }) => told.push(code)).on("closed", ({ reason }) => told.push(reason));
  wire.emit("welcome", {});
  await settled();
  wire.emit("message", { type: "room-closed", room: "other", reason: "deleted" });
  wire.emit("message", { type: "room-closed", room: "r", reason: "deleted" });
  assert.deepEqual(told, ["no-such-room", "deleted"]);
});
