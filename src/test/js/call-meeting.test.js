import assert from "node:assert/strict";
import test from "node:test";
import { Choices } from "../../main/webapp/resources/js/media/choices.js";
import { Switches } from "../../main/webapp/resources/js/media/switches.js";
import { CallMeeting } from "../../main/webapp/resources/js/meeting/call-meeting.js";
import { Meeting } from "../../main/webapp/resources/js/meeting/meeting.js";
import { Calls } from "../../main/webapp/resources/js/signal/calls.js";
import { devices, storage } from "./devices.js";
import { sent } from "./meetings.js";
import { peers } from "./peers.js";
import { FakeServer } from "./server.js";
import { settled } from "./settled.js";

const ME = { id: "me", name: "Ada" };
const BOB = { id: "bob", name: "Bob" };
const CALL = { id: "c1", state: "ringing", from: ME, to: BOB, room: "r1" };
const ACCEPTED = { ...CALL, state: "accepted" };

/** A call's page as it begins, with `call` as the server knows it; `told` are the events so far. */
async function page(t, call) {
  const network = peers(t, ["setTimeout", "setInterval"]);
  const played = devices(t);
  const server = Object.assign(new FakeServer(), { welcome: { call }, room: { id: "r1", name: "", kind: "call" } });
  const connection = server.connect();
  const calls = new Calls(connection);
  const meeting = new Meeting(connection, "r1", new Choices(storage()), new Switches(storage()));
  const made = {
    ...network,
    played,
    server,
    connection,
    calls,
    meeting,
    told: [],
    call: new CallMeeting(connection, calls, meeting),
  };
  for (const event of ["grown", "over", "left"]) {
    made.call.on(event, (detail) => made.told.push(event === "over" ? `over ${detail.state} ${detail.reason}` : event));
  }
  made.say = async (next) => {
    server.welcome.call = ["ringing", "accepted"].includes(next.state) ? next : undefined;
    server.tell({ type: "call", call: next });
    await settled();
  };
  made.tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  made.call.start();
  connection.start();
  await settled();
  return made;
}

test("takes the caller's seat while it rings, and sends nothing before the call is accepted", async (t) => {
  const { server, call, made, say, told } = await page(t, CALL);
  assert.deepEqual(
    server.types.filter((type) => type.includes("join") || type.includes("publish")),
    ["join-room", "request-publish"],
  );
  assert.equal(call.waiting, "ringing");
  assert.deepEqual(sent(made[0]), { audio: null, video: null });
  await say(ACCEPTED);
  assert.equal(call.waiting, "connecting");
  assert.deepEqual(sent(made[0]), { audio: "label of default-audio", video: "label of default-video" });
  server.member("bob");
  assert.equal(call.waiting, undefined);
  assert.deepEqual(told, []);
  assert.equal(made.length, 1);
});

test("takes no seat while it rings in this very tab", async (t) => {
  const { server, say } = await page(t, { ...CALL, from: BOB, to: ME });
  assert.equal(server.all("join-room").length, 0);
  await say({ ...ACCEPTED, from: BOB, to: ME });
  assert.equal(server.all("join-room").length, 1);
});

test("knows after a reload how the call is, and with whom", async (t) => {
  const { call, told, made } = await page(t, ACCEPTED);
  assert.equal(call.other.name, "Bob");
  assert.deepEqual(told, []);
  assert.deepEqual(sent(made[0]), { audio: "label of default-audio", video: "label of default-video" });
});

test("shows how old the call is, as the server tells, whatever this computer's clock shows", async (t) => {
  const { call, say, tick, server } = await page(t, { ...ACCEPTED, age: 90_000, started: "1999-01-01T00:00:00Z" });
  assert.equal(performance.now() - call.talkingSince, 90_000);
  await tick(1_000);
  server.member("bob");
  assert.equal(performance.now() - call.talkingSince, 91_000);
  await say({ ...ACCEPTED, age: 95_000 });
  assert.equal(performance.now() - call.talkingSince, 95_000);
});

test("counts from the answer when an earlier server does not tell how old the call is", async (t) => {
  const { call, say, tick } = await page(t, CALL);
  assert.equal(call.talkingSince, undefined);
  await say(ACCEPTED);
  await tick(2_000);
  await say(ACCEPTED);
  assert.equal(performance.now() - call.talkingSince, 2_000);
});

test("ends with a word on why when the other one does not want to talk", async (t) => {
  for (const state of ["rejected", "missed"]) {
    await t.test(state, async (t) => {
      const { say, told, played, made } = await page(t, CALL);
      await say({ ...CALL, state });
      assert.deepEqual(told, [`over ${state} undefined`, "left"]);
      assert.ok(played.opened.every(({ live }) => !live));
      assert.ok(made.every(({ closed }) => closed));
    });
  }
});

test("ends once when a restart of the server ended what rang, though the room is gone too", async (t) => {
  const { server, told, tick, call } = await page(t, CALL);
  server.welcome.call = undefined;
  server.refuse["join-room"] = "no-such-room";
  server.restart();
  await tick(400);
  await tick(2_000);
  assert.deepEqual(told, ["over ended gone", "left"]);
  assert.equal(call.waiting, undefined);
});

test("ends when the call was over, and its room gone, before the page was there", async (t) => {
  const { server, told, tick } = await page(t, CALL);
  server.refuse["join-room"] = "no-such-room";
  server.drop();
  await tick(400);
  assert.deepEqual(told, ["over ended gone", "left"]);
});

test("goes on over a lost connection", async (t) => {
  const { server, told, tick, made } = await page(t, ACCEPTED);
  server.drop();
  await tick(400);
  assert.deepEqual(told, []);
  assert.equal(made[0].closed, false);
  assert.deepEqual(sent(made[0]), { audio: "label of default-audio", video: "label of default-video" });
});

test("hears why a call is over rather than that its room was closed", async (t) => {
  const { server, told, tick, say } = await page(t, ACCEPTED);
  server.tell({ type: "room-closed", room: "r1", reason: "over" });
  await tick(500);
  await say({ ...CALL, state: "ended", reason: "offline" });
  await tick(1_000);
  assert.deepEqual(told, ["over ended offline", "left"]);
});

test("goes a second after its room was closed in any case", async (t) => {
  const { server, told, tick } = await page(t, ACCEPTED);
  server.tell({ type: "room-closed", room: "r1", reason: "over" });
  await tick(1_000);
  assert.deepEqual(told, ["over ended undefined", "left"]);
});

test("hangs up, and waits no longer than two seconds for a server that does not answer", async (t) => {
  const { call, server, told, tick, played } = await page(t, ACCEPTED);
  server.silent.add("end-call");
  call.hangUp();
  await settled();
  assert.equal(server.all("end-call").length, 1);
  assert.ok(played.opened.every(({ live }) => !live));
  assert.deepEqual(told, []);
  await tick(2_000);
  assert.deepEqual(told, ["left"]);
});

test("is no news any more that it is over when the person hung up themselves", async (t) => {
  const { call, say, told } = await page(t, ACCEPTED);
  call.hangUp();
  await say({ ...CALL, state: "ended", reason: "hung-up" });
  assert.deepEqual(told, ["left"]);
});

test("goes on as a room when a third person comes, with all its connections", async (t) => {
  const { call, server, say, told, made } = await page(t, ACCEPTED);
  server.member("bob");
  server.change({ change: "room-updated", room: { id: "r1", name: "Ada & Bob", kind: "group" } });
  await say({ ...CALL, state: "ended", reason: "group" });
  assert.deepEqual(told, ["grown"]);
  assert.equal(made[0].closed, false);
  server.member("cleo");
  server.leave("bob");
  assert.deepEqual([call.grown, call.waiting], [true, undefined]);
  await call.hangUp();
  assert.ok(server.types.includes("leave-room"));
  assert.ok(!server.types.includes("end-call"));
  assert.deepEqual(told, ["grown", "left"]);
});

test("takes a call that becomes a room for no end, though it hears of that before the room does", async (t) => {
  const { server, say, told, made } = await page(t, ACCEPTED);
  await say({ ...CALL, state: "ended", reason: "group" });
  assert.deepEqual(told, []);
  server.change({ change: "room-updated", room: { id: "r1", name: "Ada & Bob", kind: "group" } });
  assert.deepEqual(told, ["grown"]);
  assert.equal(made[0].closed, false);
});
