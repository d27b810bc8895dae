import assert from "node:assert/strict";
import test from "node:test";
import { FakeTrack } from "./devices.js";
import { joined, stream } from "./meetings.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { settled } from "./settled.js";

test("shares a screen beside the camera, and goes on with it after a restart of the server", async (t) => {
  const { meeting, devices: played, server, doors, tick } = await joined(t);
  played.screens.push(new FakeTrack("video", "a window"));
  await meeting.sharing.start();
  await settled();
  assert.equal(meeting.sharing.state, "on");
  assert.equal(doors.at(-1), "http://x/whip/screen");
  server.giveStage({ member: "me", onAir: true });
  server.restart();
  await tick(400);
  await settled();
  assert.equal(meeting.sharing.state, "on");
  assert.equal(server.all("take-stage").length, 2);
  assert.equal(doors.filter((door) => door.endsWith("screen")).length, 2);
  await meeting.sharing.stop();
  assert.equal(meeting.sharing.state, "off");
  assert.equal(server.types.at(-1), "leave-stage");
});

test("ends the own screen when the stage was handed to somebody else, and plays theirs", async (t) => {
  const { meeting, devices: played, server, doors } = await joined(t);
  const screen = new FakeTrack("video", "a window");
  played.screens.push(screen);
  await meeting.sharing.start();
  await settled();
  server.giveStage({ member: "me", onAir: true, requests: ["bob"] });
  server.giveStage({ member: "bob" });
  assert.equal(meeting.sharing.state, "off");
  assert.equal(screen.live, false);
  server.member("bob", { streams: [stream("bobs-screen", { source: "screen", audio: false })] });
  await settled();
  assert.equal(doors.at(-1), "http://x/whep/bobs-screen");
  assert.deepEqual(
    meeting.audience.players.map(({ slot }) => slot),
    ["screen"],
  );
});

test("sends a screen in several sizes, and of these what the server wants of it, not of the camera", async (t) => {
  settings.screen.layers = 2;
  settings.camera.layers = 3;
  t.after(() => (settings.screen.layers = settings.camera.layers = 1));
  const { meeting, devices: played, server, publishing } = await joined(t);
  played.screens.push(new FakeTrack("video", "a window"));
  await meeting.sharing.start();
  await settled();
  const active = (peer) => peer.senders.video.getParameters().encodings.map(({ rid, active: on }) => [rid, on ?? true]);
  const { peer: sharing } = meeting.sharing.publisher;
  assert.deepEqual(active(sharing), [
    ["h", true],
    ["m", true],
  ]);
  server.tell({ type: "layers-wanted", room: "r1", stream: meeting.sharing.publisher.stream, layers: ["h"] });
  await settled();
  assert.deepEqual(active(sharing), [
    ["h", true],
    ["m", false],
  ]);
  assert.deepEqual(active(publishing), [
    ["h", true],
    ["m", true],
    ["l", true],
  ]);
  server.tell({ type: "layers-wanted", room: "r1", stream: "mine", layers: ["l"] });
  await settled();
  assert.deepEqual(active(sharing), [
    ["h", true],
    ["m", false],
  ]);
  assert.deepEqual(active(publishing), [
    ["h", false],
    ["m", false],
    ["l", true],
  ]);
});
