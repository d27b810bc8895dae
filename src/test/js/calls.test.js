import assert from "node:assert/strict";
import test from "node:test";
import { Calls } from "../../main/webapp/resources/js/signal/calls.js";
import { Line } from "./line.js";

const ADA = { id: "ada", name: "Ada" };
const BOB = { id: "bob", name: "Bob" };
const RINGING = { id: "c1", state: "ringing", from: ADA, to: BOB, room: "r1" };

/** The calls of a page of `you`; `told` are the events so far, by name. */
function callsOf(you, more) {
  const line = new Line();
  const calls = new Calls(line);
  const told = [];
  for (const event of ["changed", "over", "missed", "recorded", "invitation"]) {
    calls.on(event, (detail) => told.push([event, detail]));
  }
  line.welcome(you, more);
  return { line, calls, told };
}

test("rings for the one who is called, not for the caller", () => {
  for (const [you, rings] of [
    [BOB, true],
    [ADA, false],
  ]) {
    const { line, calls } = callsOf(you);
    line.tell(RINGING);
    assert.equal(calls.current.id, "c1");
    assert.equal(Boolean(calls.incoming), rings, you.name);
  }
});

test("names the other one of a call", () => {
  assert.equal(callsOf(ADA).calls.otherOf(RINGING), BOB);
  assert.equal(callsOf(BOB).calls.otherOf(RINGING), ADA);
});

test("learns of the call that goes on when the page is opened or reloaded", () => {
  const { calls, told } = callsOf(BOB, { call: RINGING, missed: 2 });
  assert.equal(calls.incoming.id, "c1");
  assert.equal(calls.missed, 2);
  assert.deepEqual(
    told.map(([event]) => event),
    ["changed", "missed"],
  );
});

test("stops ringing when another tab has answered", () => {
  const { line, calls } = callsOf(BOB);
  line.tell(RINGING);
  line.tell({ ...RINGING, state: "accepted" });
  assert.equal(calls.incoming, undefined);
  assert.equal(calls.current.state, "accepted");
});

test("tells once that a call is over, and how", () => {
  for (const state of ["ended", "rejected", "cancelled", "missed"]) {
    const { line, calls, told } = callsOf(BOB);
    line.tell(RINGING);
    line.tell({ ...RINGING, state });
    line.tell({ ...RINGING, state });
    assert.equal(calls.current, undefined);
    assert.deepEqual(
      told.filter(([event]) => event === "over").map(([, call]) => call.state),
      [state],
    );
  }
});

test("does not take the end of an earlier call for the end of this one", () => {
  const { line, calls } = callsOf(BOB);
  line.tell(RINGING);
  line.tell({ ...RINGING, id: "c0", state: "missed" });
  assert.equal(calls.incoming.id, "c1");
});

test("notices after a reconnection that the call ended meanwhile", () => {
  const { line, calls, told } = callsOf(BOB);
  line.tell(RINGING);
  line.welcome(BOB);
  assert.equal(calls.current, undefined);
  assert.equal(told.find(([event]) => event === "over")[1].reason, "gone");
});

test("keeps the call over a reconnection in which it went on", () => {
  const { line, calls, told } = callsOf(BOB);
  line.tell(RINGING);
  line.welcome(BOB, { call: { ...RINGING, state: "accepted" } });
  assert.equal(calls.current.state, "accepted");
  assert.ok(!told.some(([event]) => event === "over"));
});

test("takes the answer to an own request for the state of the call", async () => {
  const { line, calls } = callsOf(ADA);
  const started = calls.start("bob");
  assert.deepEqual(line.requests[0].message, { type: "start-call", person: "bob" });
  line.requests[0].answer({ type: "call", call: { ...RINGING, state: "accepted" } });
  assert.equal((await started).state, "accepted");
  assert.equal(calls.current.state, "accepted");
});

test("hands on why a call was refused", async () => {
  const { line, calls } = callsOf(ADA);
  const started = calls.start("bob");
  line.requests[0].refuse(Object.assign(new Error("Bob is in a call."), { code: "person-busy" }));
  await assert.rejects(started, { code: "person-busy", message: "Bob is in a call." });
  assert.equal(calls.current, undefined);
});

test("counts missed calls until they were seen", async () => {
  const { line, calls, told } = callsOf(BOB);
  const record = { id: "c1", with: ADA, direction: "received", outcome: "missed" };
  line.emit("message", { type: "call-recorded", record, missed: 1 });
  assert.equal(calls.missed, 1);
  const seen = calls.markSeen();
  line.requests[0].answer({});
  await seen;
  assert.equal(calls.missed, 0);
  assert.deepEqual(told, [
    ["recorded", record],
    ["missed", 1],
    ["missed", 0],
  ]);
});

test("keeps an invitation until some tab has answered it", () => {
  const { line, calls, told } = callsOf(BOB);
  const invitation = { room: { id: "r1", name: "Ada & Cleo" }, by: ADA };
  line.emit("message", { type: "invitation", ...invitation });
  assert.deepEqual(calls.invitation, invitation);
  line.emit("message", { type: "invitation-over", room: "another" });
  assert.deepEqual(calls.invitation, invitation);
  line.emit("message", { type: "invitation-over", room: "r1" });
  assert.equal(calls.invitation, undefined);
  assert.equal(told.filter(([event]) => event === "invitation").length, 2);
});

test("learns of an invitation that still waits, and of one that is over, when it connects", () => {
  const invitation = { room: { id: "r1", name: "Ada & Cleo" }, by: ADA };
  const { line, calls } = callsOf(BOB, { invitation });
  assert.deepEqual(calls.invitation, invitation);
  line.welcome(BOB);
  assert.equal(calls.invitation, undefined);
});
