import assert from "node:assert/strict";
import test from "node:test";
import { joined, page, sent, stream } from "./meetings.js";
import { FakeServer } from "./server.js";
import { settled } from "./settled.js";

const ALL = { camera: true, microphone: true, cameraBlocked: false, microphoneBlocked: false };

test("takes the seat, tells the own devices and sends both", async (t) => {
  const { server, publishing, doors, meeting } = await joined(t);
  assert.equal(server.all("request-publish").length, 1);
  assert.equal(server.types[0], "join-room");
  assert.deepEqual(server.asked[0].devices, { ...ALL, muted: false, cameraOff: false });
  assert.deepEqual(doors, ["http://x/whip/camera"]);
  assert.deepEqual(sent(publishing), { audio: "label of default-audio", video: "label of default-video" });
  assert.equal(meeting.room.self.name, "Ada");
  assert.equal(meeting.publisher.state, "connected");
});

test("asks to publish right behind the seat when the devices are allowed, without waiting for a slow camera", async (t) => {
  const { meeting, connection, server, devices: played, made } = page(t);
  const open = played.takeTime();
  meeting.start();
  connection.start();
  await settled();
  assert.deepEqual(server.types, ["join-room", "request-publish"]);
  assert.deepEqual(sent(made[0]), { audio: null, video: null });
  open();
  await settled();
  assert.equal(played.opened.length, 2);
  assert.deepEqual(sent(made[0]), { audio: "label of default-audio", video: "label of default-video" });
});

test("waits for the person's permission before it publishes, but not with the seat", async (t) => {
  const { meeting, connection, server, devices: played } = page(t, { permission: "prompt" });
  played.takeTime();
  meeting.start();
  connection.start();
  await settled();
  assert.deepEqual(server.types, ["join-room"]);
});

test("plays whoever comes and sends, and stops when they leave", async (t) => {
  const { server, meeting, told, made, doors } = await joined(t);
  server.member("bob");
  assert.deepEqual(meeting.audience.players, []);
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  assert.equal(doors.at(-1), "http://x/whep/bobs");
  assert.deepEqual(made.at(-1).offered, ["recvonly audio", "recvonly video"]);
  made.at(-1).become("connected");
  made.at(-1).receive("video");
  assert.equal(meeting.audience.stateOf("bob"), "connected");
  assert.equal(meeting.audience.players[0].player.received.video.getVideoTracks().length, 1);
  server.leave("bob");
  assert.equal(made.at(-1).closed, true);
  assert.deepEqual(told, ["joined bob", "left bob"]);
});

test("finds those who are there already, but does not say that they came", async (t) => {
  const server = new FakeServer();
  server.member("bob", { streams: [stream("bobs")] });
  const { doors, told } = await joined(t, { server });
  assert.ok(doors.includes("http://x/whep/bobs"));
  assert.deepEqual(told, []);
});

test("mutes at once, tells the others, and keeps it over a reload", async (t) => {
  const { meeting, server, devices: played, made } = await joined(t);
  const microphone = played.opened.find(({ kind }) => kind === "audio");
  meeting.toggleMicrophone();
  assert.deepEqual([microphone.enabled, microphone.live], [false, true]);
  assert.equal(server.all("update-devices").at(-1).devices.muted, true);
  meeting.mute(true);
  assert.equal(server.all("update-devices").filter(({ devices }) => devices.muted).length, 1, "told once");
  meeting.toggleMicrophone();
  assert.equal(microphone.enabled, true);
  assert.equal(made.length, 1, "without a new connection");
});

test("begins muted, with the camera off, as the person left it", async (t) => {
  const { server, devices: played, publishing } = await joined(t, { switches: { muted: true, cameraOff: true } });
  assert.deepEqual(
    played.opened.map(({ kind, enabled }) => [kind, enabled]),
    [["audio", false]],
  );
  assert.deepEqual(server.asked[0].devices, { ...ALL, muted: true, cameraOff: true });
  assert.deepEqual(
    publishing.offered,
    ["sendonly audio", "sendonly video"],
    "the picture can come without a new offer",
  );
});

test("tells the others as long as a switch or the system holds a device back", async (t) => {
  const { meeting, server, devices: played, made } = await joined(t);
  const microphone = played.opened.find(({ kind }) => kind === "audio");
  microphone.block(true);
  assert.equal(server.all("update-devices").at(-1).devices.microphoneBlocked, true);
  assert.equal(meeting.devices.microphoneBlocked, true);
  microphone.block(false);
  assert.equal(server.all("update-devices").at(-1).devices.microphoneBlocked, false);
  const camera = played.opened.find(({ kind }) => kind === "video");
  camera.block(true);
  assert.equal(server.all("update-devices").at(-1).devices.cameraBlocked, true);
  meeting.toggleCamera();
  assert.equal(server.all("update-devices").at(-1).devices.cameraBlocked, false, "there is none to hold back");
  const told = server.all("update-devices").length;
  camera.block(false);
  assert.equal(server.all("update-devices").length, told);
  assert.equal(made.length, 1, "without a new connection");
});

test("switches the camera really off, and on again, over the same connection", async (t) => {
  const { meeting, server, devices: played, made, publishing } = await joined(t);
  meeting.toggleCamera();
  await settled();
  assert.equal(played.opened.find(({ kind }) => kind === "video").live, false);
  assert.deepEqual(sent(publishing).video, null);
  assert.equal(server.all("update-devices").at(-1).devices.cameraOff, true);
  meeting.toggleCamera();
  await settled();
  assert.equal(sent(publishing).video, "label of default-video");
  assert.equal(made.length, 1);
});

test("sends another camera over the same connection", async (t) => {
  const { meeting, choices, made, publishing } = await joined(t);
  choices.update({ camera: "second" });
  await meeting.capture.open(["camera"]);
  await settled();
  assert.equal(sent(publishing).video, "label of second");
  assert.equal(made.length, 1);
});

test("offers anew when there is no camera any more, and tells the others", async (t) => {
  const { choices, meeting, made, server, tick } = await joined(t);
  choices.update({ camera: "none" });
  await meeting.capture.open(["camera"]);
  await settled();
  await tick(2_000);
  assert.equal(made[0].closed, true);
  assert.deepEqual(made.at(-1).offered, ["sendonly audio"]);
  assert.equal(server.all("update-devices").at(-1).devices.camera, false);
});

test("takes part with what there is when the camera is in use elsewhere", async (t) => {
  const made = page(t);
  made.devices.refuse.video = "NotReadableError";
  made.meeting.start();
  made.connection.start();
  await settled();
  assert.equal(made.meeting.capture.failureOf("camera"), "busy");
  assert.equal(made.meeting.devices.camera, false);
  assert.deepEqual(made.made.at(-1).offered, ["sendonly audio"]);
  assert.equal(made.server.all("update-devices").at(-1).devices.camera, false);
});

test("does not receive whom the person does not watch, over any change", async (t) => {
  const { meeting, server, made } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  meeting.watch(meeting.room.members.get("bob"), false);
  server.member("bob", { streams: [stream("bobs")] });
  assert.equal(made.at(-1).closed, true);
  assert.deepEqual(meeting.audience.players, []);
  meeting.watch(meeting.room.members.get("bob"), true);
  assert.equal(meeting.audience.players.length, 1);
});

test("while held makes the connection, but sends neither picture nor sound", async (t) => {
  const made = page(t);
  made.meeting.hold(true);
  made.meeting.start();
  made.connection.start();
  await settled();
  assert.deepEqual(sent(made.made[0]), { audio: null, video: null });
  assert.equal(made.doors.length, 1);
  made.meeting.hold(false);
  await settled();
  assert.deepEqual(sent(made.made[0]), { audio: "label of default-audio", video: "label of default-video" });
  assert.equal(made.made.length, 1);
});

test("uses the connections that were made ready before there was a seat", async (t) => {
  const { meeting, connection, server, made, doors } = page(t);
  meeting.prepare();
  assert.deepEqual(
    made.map(({ offered }) => offered.join()),
    ["sendonly audio,sendonly video", "recvonly audio,recvonly video"],
  );
  meeting.start();
  connection.start();
  await settled();
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  assert.equal(made.length, 2);
  assert.deepEqual(doors.sort(), ["http://x/whep/bobs", "http://x/whip/camera"]);
});
