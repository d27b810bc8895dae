import assert from "node:assert/strict";
import test from "node:test";
import { Ringing } from "../../main/webapp/resources/js/pages/site/ringing.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";
import { Calls } from "../../main/webapp/resources/js/signal/calls.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { storage } from "./devices.js";
import { Line } from "./line.js";
import { settled } from "./settled.js";

const ADA = { id: "ada", name: "Ada" };
const BOB = { id: "bob", name: "Bob" };
const RINGING = { id: "c1", state: "ringing", from: ADA, to: BOB, room: "r1" };
const INVITATION = { room: { id: "r9", name: "Stand-up" }, by: ADA };

/** Bob's page at `address`, which rings; `done` is what it did, in order. */
function page(t, { address = "/people", ...welcome } = {}) {
  loadTexts(
    { "toast.missedCall": "missed {0}", "banner.inCall": "in a call with {0}", "problem.connection": "broken" },
    "en",
  );
  const before = globalThis.window;
  globalThis.window = { location: new URL(address, "http://x") };
  t.after(() => (globalThis.window = before));
  const done = [];
  const note =
    (what) =>
    (...values) =>
      done.push([what, ...values].join(" ").trim());
  const line = new Line();
  const calls = new Calls(line);
  const made = { done, line, calls, tab: storage(), banner: undefined, rung: undefined };
  const bell = {
    ring: (ring) => (made.rung = ring) && note("ring")(ring.id),
    answered: note("answered"),
    hush: note("hush"),
  };
  const going = Object.fromEntries(
    ["prepare", "openDevices", "announce", "stay", "go"].map((name) => [name, note(name)]),
  );
  const banners = {
    showIf: (wanted, topic, sentence, action) => (made.banner = wanted ? { sentence, ...action } : undefined),
  };
  new Ringing(
    { calls, going, banners, tab: made.tab, toasts: { show: note("toast") }, header: { showMissed: note("missed") } },
    bell,
  );
  made.answer = (index) => made.rung.answers[index].run();
  line.welcome(BOB, welcome);
  return made;
}

const [REJECT, VOICE, VIDEO] = [0, 1, 2];

test("rings for a call, fetches its page ahead, and hushes when it is over", (t) => {
  const { done, line } = page(t);
  line.tell(RINGING);
  line.tell(RINGING);
  line.tell({ ...RINGING, state: "cancelled" });
  assert.deepEqual(done, ["prepare /call?id=r1", "ring c1", "hush", "stay", "toast missed Ada"]);
});

test("goes to the call's page when it is accepted, with the devices opened at the click", async (t) => {
  const { done, line, tab, answer } = page(t);
  line.tell(RINGING);
  done.length = 0;
  const accepting = answer(VIDEO);
  assert.deepEqual(done, ["openDevices false", "answered", "announce"]);
  assert.deepEqual(line.requests[0].message, { type: "accept-call", call: "c1", video: true });
  line.requests[0].answer({ type: "call", call: { ...RINGING, state: "accepted" } });
  await accepting;
  assert.deepEqual(done.slice(3), ["go /call?id=r1"]);
  assert.equal(tab.kept["plenum.switches"].cameraOff, false);
});

test("accepts with the camera off when the person only wants to talk", async (t) => {
  const { done, line, tab, answer } = page(t);
  line.tell(RINGING);
  const accepting = answer(VOICE);
  line.requests[0].answer({ type: "call", call: { ...RINGING, state: "accepted" } });
  await accepting;
  assert.ok(done.includes("openDevices true"));
  assert.equal(line.requests[0].message.video, false);
  assert.equal(tab.kept["plenum.switches"].cameraOff, true);
});

test("rings on when an answer did not arrive", async (t) => {
  const { done, line, answer } = page(t);
  line.tell(RINGING);
  done.length = 0;
  const accepting = answer(VIDEO);
  line.requests[0].refuse(new Error(""));
  await accepting;
  assert.deepEqual(done.slice(3), ["toast broken problem", "hush", "stay", "prepare /call?id=r1", "ring c1"]);
});

test("stays on the page when another tab was faster", async (t) => {
  const { done, line, answer, calls } = page(t);
  line.tell(RINGING);
  const accepting = answer(VIDEO);
  line.tell({ ...RINGING, state: "accepted" });
  line.requests[0].refuse(new SignalError("call-over", "It was answered in another tab."));
  await accepting;
  assert.equal(calls.incoming, undefined);
  assert.deepEqual(done.slice(-3), ["toast It was answered in another tab. problem", "hush", "stay"]);
  assert.ok(!done.some((what) => what.startsWith("go ")));
});

test("rejects without leaving the page", async (t) => {
  const { done, line, answer } = page(t);
  line.tell(RINGING);
  const rejecting = answer(REJECT);
  assert.equal(line.requests[0].message.type, "reject-call");
  line.requests[0].answer({ type: "call", call: { ...RINGING, state: "rejected" } });
  await rejecting;
  assert.deepEqual(done.slice(2), ["answered", "hush", "stay"]);
});

test("rings for an invitation, but for a call first", async (t) => {
  const { done, line, answer, tab } = page(t, { invitation: INVITATION });
  assert.deepEqual(done, ["prepare /room?id=r9", "ring r9"]);
  line.tell(RINGING);
  assert.equal(done.at(-1), "ring c1");
  line.tell({ ...RINGING, state: "cancelled" });
  assert.ok(done.lastIndexOf("ring r9") > done.indexOf("ring c1"));
  answer(VOICE);
  await settled();
  assert.equal(done.at(-1), "go /room?id=r9");
  assert.equal(tab.kept["plenum.switches"].cameraOff, true);
});

test("declines an invitation, which needs no answer", (t) => {
  const { line, answer } = page(t, { invitation: INVITATION });
  answer(REJECT);
  assert.deepEqual(line.sent, [{ type: "decline-invitation", room: "r9" }]);
});

test("shows the way back to a call that goes on elsewhere, but not on its own page", async (t) => {
  const accepted = { ...RINGING, state: "accepted" };
  const made = page(t, { call: accepted });
  assert.equal(made.banner.sentence, "in a call with Ada");
  await made.banner.run();
  assert.equal(made.done.at(-1), "go /call?id=r1");
  assert.equal(page(t, { address: "/call?id=r1", call: accepted }).banner, undefined);
  made.line.tell({ ...accepted, state: "ended" });
  assert.equal(made.banner, undefined);
});

test("tells of a missed call only whom it was for, and counts those that were not seen", (t) => {
  const { done, line } = page(t, { missed: 2 });
  assert.deepEqual(done, ["missed 2"]);
  for (const [call, told] of [
    [RINGING, true],
    [{ ...RINGING, id: "c2", from: BOB, to: ADA }, false],
  ]) {
    done.length = 0;
    line.tell(call);
    line.tell({ ...call, state: "missed" });
    assert.equal(
      done.some((what) => what.startsWith("toast")),
      told,
    );
  }
});
