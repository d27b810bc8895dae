import assert from "node:assert/strict";
import test from "node:test";
import { Director, PATIENCE, streamOf } from "../../main/webapp/resources/js/media/director.js";
import { LivePlayer } from "../../main/webapp/resources/js/media/live-player.js";
import { watchPath } from "../../main/webapp/resources/js/shared/paths.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { WatchedRoom } from "../../main/webapp/resources/js/signal/watched-room.js";
import { settled } from "./settled.js";

const CAMERA = { name: "c", source: "camera", audio: true, video: true };

/** Members by id: `off` ones send nothing. */
const room = (...ids) => new Map(ids.map((id) => [id, { id, name: `Name of ${id}`, streams: [{ ...CAMERA, name: `${id}-camera` }] }]));
const off = (members, id) => new Map(members).set(id, { ...members.get(id), streams: [] });
const without = (members, id) => new Map([...members].filter(([key]) => key !== id));

test("shows whoever came on air first, and stays with them", () => {
  const director = new Director(undefined);
  assert.equal(director.decide(off(room("a", "b"), "a"), 0).shown.id, "b");
  const { onAir, shown } = director.decide(room("a", "b"), 1);
  assert.equal(shown.id, "b");
  assert.deepEqual(onAir.map(({ id }) => id), ["b", "a"]);
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

const snapshot = (seq, members) => ({ type: "room", seq, room: { id: "r", name: "Lecture" }, you: "me", members: [...members.values()] });

test("watches a room anew after each reconnection, without a seat", async () => {
  const wire = new Wire();
  wire.answer = () => snapshot(5, room("a"));
  const watched = new WatchedRoom(wire, "r");
  wire.emit("welcome", {});
  await settled();
  wire.emit("welcome", {});
  await settled();
  assert.deepEqual(wire.sent, [{ type: "watch-room", room: "r" }, { type: "watch-room", room: "r" }]);
  assert.deepEqual([...watched.members.keys()], ["a"]);
});

test("follows a watched room's changes, and asks again after a gap", async () => {
  const wire = new Wire();
  wire.answer = () => snapshot(5, room("a"));
  const watched = new WatchedRoom(wire, "r");
  wire.emit("welcome", {});
  await settled();
  wire.emit("message", { type: "room-changed", seq: 6, changes: [{ change: "member-joined", member: room("b").get("b") }] });
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

/** A player over libraries that the test plays; `players` are those made so far. */
function player(t, request = () => Promise.resolve({ flv: "/f", hls: "/h" })) {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  t.mock.method(console, "warn", () => undefined);
  const players = [];
  const fake = (kind, config) => {
    const made = { kind, config, listeners: {}, on: (event, listener) => (made.listeners[event] = listener), destroy: () => (made.gone = true) };
    Object.assign(made, { attachMediaElement() {}, load() {}, attachMedia() {}, loadSource: (url) => (made.url = url) });
    players.push(made);
    return made;
  };
  const libraries = {
    mpegts: { LoggingControl: {}, Events: { ERROR: "error", LOADING_COMPLETE: "complete" }, createPlayer: (source) => fake("flv", source) },
    hls: Object.assign(function Hls(config) { return fake("hls", config); }, { Events: { ERROR: "error" } }),
  };
  const element = Object.assign(new EventTarget(), { buffered: { length: 0 }, currentTime: 0, play: () => Promise.resolve() });
  const live = new LivePlayer(element, { formats: ["flv", "hls"], library: (name) => Promise.resolve(libraries[name]), request });
  return { live, element, players, timers: t.mock.timers };
}

test("plays by FLV first, and tells the library what the stream has", async (t) => {
  const { live, element, players } = player(t);
  live.show({ ...CAMERA, audio: false });
  assert.equal(live.state, "loading");
  await settled();
  assert.deepEqual(players[0].config, { type: "flv", isLive: true, url: "/f", hasAudio: false, hasVideo: true });
  element.dispatchEvent(new Event("playing"));
  assert.equal(live.state, "playing");
});

test("asks for a new ticket after growing pauses when it breaks off", async (t) => {
  let asked = 0;
  const { live, element, players, timers } = player(t, () => Promise.resolve({ flv: `/f${(asked += 1)}`, hls: "/h" }));
  live.show(CAMERA);
  await settled();
  element.dispatchEvent(new Event("playing"));
  players[0].listeners.complete();
  assert.equal(players[0].gone, undefined, "it has more to tell first");
  timers.tick(1);
  assert.equal(live.state, "waiting");
  assert.equal(players[0].gone, true);
  timers.tick(1_600);
  await settled();
  assert.equal(players[1].config.url, "/f2");
});

test("takes HLS by itself when FLV never shows anything", async (t) => {
  const { live, players, timers } = player(t);
  live.show(CAMERA);
  for (let tries = 0; tries < 2; tries += 1) {
    await settled();
    players.at(-1).listeners.error("Network", "x");
    timers.tick(1);
    timers.tick(5_000);
  }
  await settled();
  assert.equal(live.format, "hls");
  assert.deepEqual([players.at(-1).kind, players.at(-1).url], ["hls", "/h"]);
});

test("shows the server's sentence when there is no ticket, and tries again", async (t) => {
  const refusal = Object.assign(new Error("As many people are viewing as this server permits."), { code: "too-many-viewers" });
  const { live, players, timers } = player(t, () => Promise.reject(refusal));
  live.show(CAMERA);
  await settled();
  assert.equal(live.state, "failed");
  assert.equal(live.problem, refusal.message);
  timers.tick(2_000);
  assert.equal(live.state, "loading");
  assert.equal(players.length, 0);
});

test("begins again when the picture stands still", async (t) => {
  const { live, element, players, timers } = player(t);
  live.show(CAMERA);
  await settled();
  element.dispatchEvent(new Event("playing"));
  element.currentTime = 3;
  const seconds = (count) => Array.from({ length: count }).forEach(() => timers.tick(1_000));
  seconds(12);
  assert.equal(live.state, "playing");
  seconds(3);
  assert.equal(players[0].gone, true);
});

test("stops when there is nothing to show", async (t) => {
  const { live, players, timers } = player(t);
  live.show(CAMERA);
  await settled();
  live.show(undefined);
  timers.tick(60_000);
  assert.equal(live.state, "idle");
  assert.deepEqual(players.map(({ gone }) => gone), [true]);
});

test("tells when the browser wants a click first", async (t) => {
  const { live, element } = player(t);
  element.play = () => Promise.reject(Object.assign(new Error("no"), { name: "NotAllowedError" }));
  let blocked = 0;
  live.on("blocked", () => (blocked += 1));
  live.show(CAMERA);
  await settled();
  await settled();
  assert.equal(blocked, 1);
});
