import assert from "node:assert/strict";
import test from "node:test";
import { ExchangeError } from "../../main/webapp/resources/js/media/exchange.js";
import { failedStep } from "../../main/webapp/resources/js/media/failed-step.js";
import { tellProblems } from "../../main/webapp/resources/js/meeting/problems.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { page, stream } from "./meetings.js";
import { FakeServer } from "./server.js";
import { settled } from "./settled.js";

/** A page that is about to join; `problems()` is what the server was told. */
async function joining(t, { server = new FakeServer(), knows = true, ...more } = {}) {
  server.welcome = knows ? { quality: { seconds: 0 } } : {};
  const made = page(t, { server, ...more });
  tellProblems(made.connection, made.meeting);
  made.problems = () =>
    server.all("report-problem").map(({ step, reason, sent = false, stream: of = "" }) => ({ step, reason, sent, of }));
  return made;
}

async function joined(t, more) {
  const made = await joining(t, more);
  made.meeting.start();
  made.connection.start();
  await settled();
  return made;
}

test("finds out how far a connection came", () => {
  const [ticket, answered] = [{ url: "x" }, true];
  const given = { peer: { iceConnectionState: "checking", connectionState: "connecting" } };
  assert.deepEqual(failedStep(given, new SignalError("not-in-a-room", "")), {
    step: "ticket",
    reason: "not-in-a-room",
  });
  assert.deepEqual(failedStep(given), { step: "ticket", reason: "timeout" });
  const offer = (error) => failedStep({ ...given, ticket }, error);
  assert.deepEqual(offer(), { step: "offer", reason: "timeout" });
  assert.deepEqual(offer(new ExchangeError(0, "")), { step: "offer", reason: "unreachable" });
  assert.deepEqual(offer(new ExchangeError(502, "<html>")), { step: "offer", reason: "http-502" });
  assert.deepEqual(offer(new ExchangeError(403, "", { code: "ticket-used" })), {
    step: "offer",
    reason: "ticket-used",
  });
  assert.deepEqual(offer(new DOMException("", "OperationError")), { step: "offer", reason: "OperationError" });
  assert.deepEqual(failedStep({ ...given, ticket, answered }), { step: "ice", reason: "timeout" });
  const failed = { iceConnectionState: "failed", connectionState: "failed" };
  assert.deepEqual(failedStep({ peer: failed, ticket, answered }), { step: "ice", reason: "failed" });
  const keyless = { iceConnectionState: "connected", connectionState: "connecting" };
  assert.deepEqual(failedStep({ peer: keyless, ticket, answered }), { step: "dtls", reason: "timeout" });
});

test("tells of no path to the media node, once a minute", async (t) => {
  const made = await joined(t);
  await made.tick(12_000);
  assert.deepEqual(made.problems(), [{ step: "ice", reason: "timeout", sent: true, of: "" }]);
  const pass = async (seconds) => {
    for (let second = 0; second < seconds; second += 1) {
      made.server.tell({ type: "pong" });
      await made.tick(1_000);
    }
  };
  await pass(59);
  assert.equal(made.problems().length, 1);
  await pass(30); // The pauses before another try are as long as they happen to be.
  assert.equal(made.problems().length, 2);
});

test("tells of whom nothing can be had", async (t) => {
  const made = await joined(t);
  made.made.at(-1).become("connected");
  made.server.refuse["request-play"] = "no-such-stream";
  made.server.member("bob", { streams: [stream("bobs")] });
  await settled();
  assert.deepEqual(made.problems(), [{ step: "ticket", reason: "no-such-stream", sent: false, of: "bobs" }]);
});

test("tells nothing of a path that was lost later", async (t) => {
  const made = await joined(t);
  const own = made.made.find(({ offered }) => offered[0]?.startsWith("sendonly"));
  own.become("connected");
  own.become("failed");
  await settled();
  assert.deepEqual(made.problems(), []);
});

test("tells of devices that do not open, and of persons who do not permit it", async (t) => {
  const made = await joining(t);
  made.devices.refuse = { video: "NotReadableError", audio: "NotFoundError" };
  made.connection.start();
  await settled();
  await made.meeting.start();
  assert.deepEqual(
    made.problems().map(({ step, reason }) => `${step} ${reason}`),
    ["devices camera-busy", "devices microphone-not-found"],
  );
  made.devices.refuse = { video: "NotAllowedError" };
  await made.meeting.capture.open(["camera"]);
  assert.equal(made.problems().at(-1).step, "permission");
});

test("tells what failed before there was a connection as soon as there is one", async (t) => {
  const made = await joining(t);
  made.devices.refuse = { video: "NotReadableError" };
  await made.meeting.start();
  assert.deepEqual(made.problems(), []);
  made.connection.start();
  await settled();
  assert.deepEqual(
    made.problems().map(({ reason }) => reason),
    ["camera-busy"],
  );
});

test("tells nothing to a server that does not know the message", async (t) => {
  const made = await joining(t, { knows: false });
  made.devices.refuse = { video: "NotReadableError" };
  await made.meeting.start();
  made.connection.start();
  await settled();
  await made.tick(12_000);
  assert.deepEqual(made.problems(), []);
});

test("tells of a seat that was refused, but not of a password that is asked for", async (t) => {
  const server = new FakeServer();
  server.refuse["join-room"] = "room-full";
  const made = await joined(t, { server });
  assert.deepEqual(made.problems(), [{ step: "seat", reason: "room-full", sent: false, of: "" }]);
  server.refuse["join-room"] = "password-needed";
  await made.meeting.rejoin();
  assert.equal(made.problems().length, 1);
});

test("tells of a picture that cannot be shown", async (t) => {
  const made = await joined(t, { decodes: ["VP8"] });
  made.server.member("bob", { streams: [stream("bobs", { codec: "H264" })] });
  await settled();
  assert.deepEqual(made.problems(), [{ step: "first-frame", reason: "cannot-decode-H264", sent: false, of: "bobs" }]);
});
