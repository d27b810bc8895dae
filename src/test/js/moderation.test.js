import assert from "node:assert/strict";
import test from "node:test";
import { actsOn, messageOf } from "../../main/webapp/resources/js/meeting/moderation.js";
import { asSeenBy } from "../../main/webapp/resources/js/shared/ownership.js";
import { may, moderates, owns } from "../../main/webapp/resources/js/shared/room-rights.js";
import { joined, page } from "./meetings.js";
import { settled } from "./settled.js";

const room = (more = {}) => ({ id: "r1", kind: "group", owner: "ada", moderators: ["bob"], stage: {}, ...more });
const look = (more = {}) => ({ id: "eve", own: false, device: false, microphone: "on", camera: "on", ...more });

test("owner, whom that one appointed, and administrators moderate", () => {
  assert.equal(moderates(room({ you: "ada" })), true);
  assert.equal(moderates(room({ you: "bob" })), true);
  assert.equal(moderates(room({ you: "eve" })), false);
  assert.equal(moderates(room({ you: "eve", everywhere: true })), true);
  assert.equal(moderates(room({ owner: undefined, you: undefined, moderators: undefined })), false);
  assert.deepEqual([owns(room({ you: "ada" })), owns(room({ you: "bob" }))], [true, false]);
});

test("what the room leaves to moderators others may not", () => {
  const options = { share: "moderators", speak: "everybody" };
  assert.equal(may(room({ you: "eve", options }), "share"), false);
  assert.equal(may(room({ you: "bob", options }), "share"), true);
  assert.equal(may(room({ you: "eve", options }), "speak"), true);
  assert.equal(may(room({ you: "eve" }), "share"), true);
});

test("offers what can be done to somebody now", () => {
  const all = ["mute", "stopCamera", "stopShare", "appoint", "handOver", "remove", "ban"];
  assert.deepEqual(actsOn(look(), room({ you: "ada", stage: { member: "eve" } })), all);
  assert.deepEqual(actsOn(look({ microphone: "off", camera: "none" }), room({ you: "bob" })), ["remove", "ban"]);
  assert.deepEqual(actsOn(look({ id: "ada" }), room({ you: "bob" })), ["mute", "stopCamera"]);
  assert.equal(actsOn(look({ id: "bob" }), room({ you: "ada" })).includes("dismiss"), true);
  for (const nobody of [look({ own: true }), look({ device: true })]) {
    assert.deepEqual(actsOn(nobody, room({ you: "ada" })), []);
  }
  assert.deepEqual(actsOn(look(), room({ you: "eve" })), []);
  assert.deepEqual(actsOn(look(), room({ you: "ada", kind: "call" })), []);
});

test("knows the message of each act", () => {
  assert.deepEqual(messageOf("mute", "eve", room()), ["mute-member", { member: "eve" }]);
  assert.deepEqual(messageOf("stopShare", "eve", room()), ["take-back-stage", {}]);
  assert.deepEqual(messageOf("dismiss", "bob", room()), ["dismiss-moderator", { room: "r1", person: "bob" }]);
});

test("the list offers options to moderators, and deleting to whom the room says", () => {
  const seen = (you, more) => asSeenBy(you, { deleteRooms: "own" }, new Map(), room(more));
  assert.deepEqual([seen("ada").settable, seen("bob").settable, seen("eve").settable], [true, true, false]);
  assert.equal(seen("bob", { options: { delete: "moderators" } }).deletable, true);
  assert.equal(seen("eve", { options: { delete: "moderators" } }).deletable, false);
  assert.equal(seen("eve", { options: { delete: "everybody" } }).deletable, true);
});

test("mutes when a moderator says so, and says that it did", async (t) => {
  const { meeting, server } = await joined(t);
  const told = [];
  meeting.room.on("held", ({ kind, by }) => told.push(`${kind} ${by}`));
  server.tell({ type: "muted", by: "Bob" });
  assert.equal(meeting.devices.muted, true);
  assert.equal(server.asked.at(-1).devices.muted, true);
  server.tell({ type: "camera-stopped", by: "Bob" });
  assert.equal(meeting.devices.cameraOff, true);
  assert.deepEqual(told, ["microphone Bob", "camera Bob"]);
  meeting.toggleMicrophone();
  assert.equal(meeting.devices.muted, false);
});

test("is silent and dark where only moderators speak and are seen, until that changes", async (t) => {
  const { meeting, server } = await joined(t);
  const options = { speak: "moderators", camera: "moderators" };
  server.change({ change: "room-updated", room: { ...server.room, owner: "bob", options } });
  assert.deepEqual([meeting.devices.muted, meeting.devices.cameraOff], [true, true]);
  meeting.toggleMicrophone();
  meeting.toggleCamera();
  assert.deepEqual([meeting.devices.muted, meeting.devices.cameraOff], [true, true]);
  server.change({ change: "room-updated", room: { ...server.room, owner: "bob" } });
  meeting.toggleMicrophone();
  assert.equal(meeting.devices.muted, false);
});

async function waiting(t) {
  const made = page(t);
  made.server.lobby = true;
  made.meeting.start();
  made.connection.start();
  await settled();
  return made;
}

test("waits before the room, and takes the seat when it is admitted", async (t) => {
  const { meeting, server } = await waiting(t);
  const { room: mine } = meeting;
  assert.equal(mine.seated, false);
  const before = server.all("join-room").length;
  const waits = [];
  mine.on("waiting", ({ moderated }) => waits.push(moderated));
  server.tell({ type: "waiting", room: "r1", name: "Stand-up", kind: "group", moderated: true });
  assert.deepEqual(waits, [true]);
  server.lobby = false;
  server.tell({ type: "admitted", room: "r1" });
  await settled();
  assert.equal(server.all("join-room").length, before + 1);
  assert.equal(mine.seated, true);
});

test("does not ask again by itself after it was turned away", async (t) => {
  const { meeting, server } = await waiting(t);
  const told = [];
  meeting.room.on("turned-away", () => told.push("away"));
  server.tell({ type: "turned-away", room: "r1" });
  server.lobby = false;
  server.tell({ type: "admitted", room: "r1" });
  await settled();
  assert.deepEqual(told, ["away"]);
  assert.equal(meeting.room.seated, false);
});

test("gives the password with the request for the seat, and again when it is asked for anew", async (t) => {
  const { meeting, server } = await joined(t);
  await meeting.room.join("open sesame");
  assert.equal(server.all("join-room").at(-1).password, "open sesame");
  server.drop();
  await meeting.room.join();
  assert.equal(server.all("join-room").at(-1).password, "open sesame");
});
