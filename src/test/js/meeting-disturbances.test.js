import assert from "node:assert/strict";
import test from "node:test";
import { joined, page, sent, stream } from "./meetings.js";
import { settled } from "./settled.js";

test("comes back after a lost connection with all media as they were", async (t) => {
  const { server, meeting, made, publishing, tick } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  server.drop();
  await tick(400);
  assert.equal(server.all("join-room").length, 2);
  assert.equal(meeting.room.others.length, 1);
  assert.equal(made.length, 2);
  assert.ok(made.every(({ closed }) => !closed));
  assert.equal(sent(publishing).video, "label of default-video");
});

test("learns after a lost connection who came and went meanwhile", async (t) => {
  const { server, meeting, tick } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  server.drop({ reachable: false });
  server.members.delete("bob");
  server.members.set("cleo", { id: "cleo", name: "Cleo", connected: true, devices: {}, streams: [stream("cleos")] });
  await tick(400);
  assert.deepEqual(
    meeting.room.others.map(({ id }) => id),
    ["bob"],
  );
  server.drop();
  await tick(1_000);
  assert.deepEqual(
    meeting.room.others.map(({ id }) => id),
    ["cleo"],
  );
  assert.deepEqual(
    meeting.audience.players.map(({ member }) => member),
    ["cleo"],
  );
});

test("makes every connection anew after a restart of the server, one after the other", async (t) => {
  const { server, made, ended, tick } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  server.restart();
  server.members.set("bob", { id: "bob", name: "Bob", connected: true, devices: {}, streams: [stream("bobs")] });
  await tick(400);
  await settled();
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, true, false, false],
  );
  assert.deepEqual(
    made
      .slice(2)
      .map(({ offered }) => offered[0].split(" ")[0])
      .sort(),
    ["recvonly", "sendonly"],
  );
  assert.equal(ended.length, 2);
});

test("makes every connection anew when the room moved to another media node", async (t) => {
  const { server, made } = await joined(t);
  server.change({ change: "media-changed", media: { available: true, placement: 1 } });
  assert.equal(made[0].closed, false);
  server.change({ change: "media-changed", media: { available: true, placement: 2 } });
  await settled();
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, false],
  );
});

test("publishes again what the server has no longer on air", async (t) => {
  const { server, made, tick } = await joined(t);
  server.member("me", { name: "Ada", streams: [] });
  await tick(3_000);
  assert.equal(made.length, 1, "it may be back in a moment");
  await tick(3_000);
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, false],
  );
});

test("leaves alone what is on air", async (t) => {
  const { made, tick } = await joined(t);
  await tick(7_000);
  await tick(7_000);
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [false],
  );
});

test("leaves without a trace: nothing is sent, nothing is received, lights are out", async (t) => {
  const { meeting, server, made, devices: played, ended } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  await Promise.all([meeting.room.leave(), meeting.stop()]);
  assert.equal(server.types.at(-1), "leave-room", "without a seat nobody is told that the devices are closed");
  assert.ok(made.every(({ closed }) => closed));
  assert.ok(played.opened.every(({ live }) => !live));
  assert.equal(ended.length, 2);
});

test("opens no camera that comes after it was left", async (t) => {
  const { meeting, connection, devices: played, made } = page(t);
  const open = played.takeTime();
  meeting.start();
  connection.start();
  await settled();
  await meeting.stop();
  open();
  await settled();
  assert.ok(played.opened.every(({ live }) => !live));
  assert.ok(made.every(({ closed }) => closed));
});

test("gives everything up when the seat moves to another tab, and takes it back", async (t) => {
  const { meeting, server, made, devices: played } = await joined(t);
  const before = server.all("update-devices").length;
  server.tell({ type: "seat-moved", room: "r1" });
  await settled();
  assert.equal(server.all("update-devices").length, before);
  assert.ok(made.every(({ closed }) => closed));
  assert.ok(played.opened.every(({ live }) => !live));
  await meeting.rejoin();
  await settled();
  assert.equal(server.all("join-room").length, 2);
  assert.equal(made.at(-1).closed, false);
  assert.deepEqual(sent(made.at(-1)), { audio: "label of default-audio", video: "label of default-video" });
});

test("does not take the seat again by itself that another tab has, or of a room that was closed", async (t) => {
  for (const message of [
    { type: "seat-moved", room: "r1" },
    { type: "room-closed", room: "r1", reason: "deleted" },
  ]) {
    await t.test(message.type, async (t) => {
      const { server, tick } = await joined(t);
      server.tell(message);
      server.drop();
      await tick(400);
      assert.equal(server.all("join-room").length, 1);
    });
  }
});
