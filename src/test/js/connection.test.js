import assert from "node:assert/strict";
import test from "node:test";
import { Room } from "../../main/webapp/resources/js/signal/room.js";
import { settled } from "./settled.js";
import { WELCOME, connected } from "./sockets.js";

test("answers a request with the message that repeats its number", async (t) => {
  const { connection, sockets } = connected(t);
  sockets[0].receive(WELCOME);
  const answer = connection.request({ type: "create-room", name: "x" });
  sockets[0].receive({ type: "room-created", request: sockets[0].sent[0].request, room: { id: "r" } });
  assert.equal((await answer).room.id, "r");
});

test("keeps a request until the first connection is there", async (t) => {
  const { connection, sockets } = connected(t);
  const answer = connection.request({ type: "create-room", name: "x" });
  sockets[0].receive(WELCOME);
  await settled();
  sockets[0].receive({ type: "room-created", request: sockets[0].sent[0].request, room: { id: "r" } });
  assert.equal((await answer).room.id, "r");
});

test("fails a request with the server's code and sentence", async (t) => {
  const { connection, sockets } = connected(t);
  sockets[0].receive(WELCOME);
  const answer = connection.request({ type: "create-room", name: "x" });
  sockets[0].receive({
    type: "error",
    request: sockets[0].sent[0].request,
    code: "room-name-taken",
    message: "Taken.",
  });
  await assert.rejects(answer, { code: "room-name-taken", message: "Taken." });
});

test("comes back after a pause, and fails what waited for an answer", async (t) => {
  const { connection, sockets, timers } = connected(t);
  sockets[0].receive(WELCOME);
  const answer = connection.request({ type: "watch-lobby" });
  sockets[0].onclose({ code: 1006 });
  await assert.rejects(answer, { code: "connection-lost" });
  assert.equal(connection.state, "lost");
  timers.tick(400);
  assert.equal(sockets.length, 2);
});

test("says that the server was restarted only when its boot differs", (t) => {
  const { connection, sockets, timers } = connected(t);
  const restarts = [];
  connection.on("welcome", ({ restarted }) => restarts.push(restarted));
  sockets[0].receive(WELCOME);
  for (const boot of ["b1", "b2"]) {
    sockets.at(-1).onclose({ code: 1006 });
    timers.tick(400);
    sockets.at(-1).receive({ ...WELCOME, boot });
  }
  assert.deepEqual(restarts, [false, false, true]);
});

test("does not come back when it would only be refused again", (t) => {
  const { connection, sockets, timers } = connected(t);
  const refusals = [];
  connection.on("refused", (refusal) => refusals.push(refusal));
  sockets[0].receive({ type: "error", code: "no-name", message: "Choose a name." });
  sockets[0].onclose({ code: 4001 });
  timers.tick(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(refusals, [{ reason: "no-name", message: "Choose a name." }]);
});

test("does not come back when the server speaks another protocol", (t) => {
  const { connection, sockets, timers } = connected(t);
  const reasons = [];
  connection.on("refused", ({ reason }) => reasons.push(reason));
  sockets[0].onclose({ code: 4006 });
  timers.tick(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(reasons, ["no-common-protocol"]);
});

test("does not come back when nobody is logged in any more", (t) => {
  const { connection, sockets, timers } = connected(t);
  const reasons = [];
  connection.on("refused", ({ reason }) => reasons.push(reason));
  sockets[0].onclose({ code: 4007 });
  timers.tick(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(reasons, ["login-needed"]);
});

test("retries at once when the network is back, and forgets the slow try", (t) => {
  const { connection, sockets } = connected(t);
  sockets[0].onclose({ code: 1006 });
  connection.retryNow();
  connection.retryNow();
  assert.equal(sockets.length, 3);
  assert.equal(sockets[1].readyState, 3);
});

test("takes the same seat again after a reconnection and asks for a snapshot at a gap", async (t) => {
  const { connection, sockets, timers } = connected(t);
  const room = new Room(connection, "r1", { camera: true });
  const snapshot = (socket, seq) => {
    const { request } = socket.sent.find((message) => message.type === "join-room");
    socket.receive({
      type: "room",
      request,
      seq,
      room: { id: "r1", name: "R" },
      you: "me",
      members: [{ id: "me", name: "Ada" }],
    });
  };
  sockets[0].receive(WELCOME);
  snapshot(sockets[0], 5);
  await settled();
  sockets[0].receive({
    type: "room-changed",
    seq: 6,
    changes: [{ change: "member-joined", member: { id: "g", name: "Grace" } }],
  });
  assert.deepEqual(
    room.others.map((member) => member.name),
    ["Grace"],
  );
  sockets[0].receive({ type: "room-changed", seq: 8, changes: [] });
  assert.deepEqual(sockets[0].sent.at(-1), { type: "resync", topic: "room" });
  sockets[0].onclose({ code: 1006 });
  timers.tick(400);
  sockets[1].receive(WELCOME);
  snapshot(sockets[1], 9);
  await settled();
  assert.deepEqual(room.others, []);
  assert.equal(room.self.name, "Ada");
});

test("asks for the seat again when the server was too busy to answer", async (t) => {
  const { connection, sockets, timers } = connected(t);
  const room = new Room(connection, "r1", { camera: true });
  const seated = [];
  room.on("seated", (detail) => seated.push(detail));
  sockets[0].receive(WELCOME);
  await settled();
  timers.tick(10_000);
  await settled();
  const joins = sockets[0].sent.filter((message) => message.type === "join-room");
  assert.equal(joins.length, 2);
  const answer = {
    type: "room",
    seq: 5,
    room: { id: "r1", name: "R" },
    you: "me",
    members: [{ id: "me", name: "Ada" }],
  };
  sockets[0].receive({ ...answer, request: joins[0].request });
  assert.deepEqual(seated, []);
  sockets[0].receive({ ...answer, request: joins[1].request });
  await settled();
  assert.deepEqual(seated, [{ restarted: false }]);
});

test("tells what the devices turned out to be while the seat was asked for", async (t) => {
  const { connection, sockets } = connected(t);
  const room = new Room(connection, "r1", { camera: true });
  sockets[0].receive(WELCOME);
  room.updateDevices({ camera: false });
  const { request } = sockets[0].sent[0];
  sockets[0].receive({
    type: "room",
    request,
    seq: 5,
    room: { id: "r1", name: "R" },
    you: "me",
    members: [{ id: "me", name: "Ada" }],
  });
  await settled();
  assert.deepEqual(sockets[0].sent.slice(1), [{ type: "update-devices", devices: { camera: false } }]);
});

/** The own seat in a room, taken, with a snapshot of number 5. */
async function seated(t, more = {}) {
  const { connection, sockets } = connected(t);
  const room = new Room(connection, "r1", { camera: true });
  sockets[0].receive(WELCOME);
  const { request } = sockets[0].sent[0];
  const description = { id: "r1", name: "R", kind: "call" };
  sockets[0].receive({
    type: "room",
    request,
    seq: 5,
    room: description,
    you: "me",
    members: [{ id: "me", name: "Ada" }],
    ...more,
  });
  await settled();
  const change = (...changes) => sockets[0].receive({ type: "room-changed", seq: 6, changes });
  return { room, change };
}

test("follows whose stage it is", async (t) => {
  const { room, change } = await seated(t, { stage: { member: "g", onAir: true, requests: [] } });
  assert.equal(room.stage.member, "g");
  change({ change: "stage-changed", stage: { onAir: false, requests: ["me"] } });
  assert.deepEqual(room.stage, { onAir: false, requests: ["me"] });
});

test("follows a private room that becomes a group room", async (t) => {
  const { room, change } = await seated(t);
  assert.equal(room.kind, "call");
  change({ change: "room-updated", room: { id: "r1", name: "Ada & Grace", kind: "group", members: 2 } });
  assert.deepEqual([room.kind, room.name], ["group", "Ada & Grace"]);
});

test("follows who speaks, until they leave", async (t) => {
  const { room, change } = await seated(t, { speaking: ["me"] });
  change(
    { change: "member-speaking", id: "g", speaking: true },
    { change: "member-speaking", id: "me", speaking: false },
  );
  assert.deepEqual([...room.speaking], ["g"]);
});

test("asks for a seat once, also when it is told to just as the connection opens", (t) => {
  const { connection, sockets } = connected(t);
  connection.on("welcome", () => room.join());
  const room = new Room(connection, "r1", {});
  room.wait();
  sockets[0].receive(WELCOME);
  assert.deepEqual(
    sockets[0].sent.map(({ type }) => type),
    ["join-room"],
  );
});

test("takes no seat before it is told to", async (t) => {
  const { connection, sockets } = connected(t);
  const room = new Room(connection, "r1", {});
  room.wait();
  sockets[0].receive(WELCOME);
  assert.deepEqual(sockets[0].sent, []);
  const asked = [];
  room.on("joining", (detail) => asked.push(detail));
  room.join();
  assert.equal(sockets[0].sent[0].type, "join-room");
  assert.deepEqual(asked, [{ restarted: false }]);
});
