import assert from "node:assert/strict";
import test from "node:test";
import { FakeTrack } from "./devices.js";
import { joined, stream } from "./meetings.js";
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
