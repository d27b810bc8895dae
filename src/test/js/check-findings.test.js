import assert from "node:assert/strict";
import test from "node:test";
import {
  candidatesIn,
  ofCandidates,
  ofClock,
  ofContext,
  ofHooks,
  ofLoop,
  ofOrigins,
  ofSocket,
  onlyBy,
} from "../../main/webapp/resources/js/shared/check-findings.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";

// Whatever the machine's language is.
loadTexts({}, "en", []);

const ANSWER = [
  "v=0",
  "a=candidate:1 1 udp 2130706431 10.0.0.5 8000 typ host",
  "a=candidate:2 1 TCP 1015021823 10.0.0.5 443 typ host tcptype passive",
  "a=end-of-candidates",
].join("\r\n");

const told = ({ state, advice }) => `${state} ${advice}`;

test("a page that is not secure, a proxy without WebSockets, and each its own advice", () => {
  assert.equal(told(ofContext(true, "https")), "good check.secure.good");
  assert.equal(told(ofContext(false, "http")), "bad check.secure.bad");
  assert.deepEqual(ofSocket(12.4), { state: "good", measured: "12 ms", advice: "check.socket.good", values: [] });
  assert.equal(told(ofSocket(undefined)), "bad check.socket.bad");
});

test("clocks differ by a little, by much, and by so much that nothing works", () => {
  assert.equal(told(ofClock(-300)), "good check.clock.good");
  assert.equal(told(ofClock(3_000)), "attention check.clock.off");
  assert.equal(ofClock(3_000).measured, "+3.0 s");
  assert.equal(ofClock(-40).measured, "0.0 s");
  assert.equal(ofClock(-2_000).measured, "-2.0 s");
  assert.equal(told(ofClock(-90_000)), "bad check.clock.bad");
  assert.equal(told(ofClock(NaN)), "bad check.clock.unknown");
});

test("the addresses of an answer, and the answer by one way alone", () => {
  assert.deepEqual(candidatesIn(ANSWER), [
    { protocol: "udp", address: "10.0.0.5", port: 8000 },
    { protocol: "tcp", address: "10.0.0.5", port: 443 },
  ]);
  assert.deepEqual(candidatesIn(onlyBy("tcp", ANSWER)), [{ protocol: "tcp", address: "10.0.0.5", port: 443 }]);
  assert.ok(onlyBy("udp", ANSWER).includes("a=end-of-candidates"));
});

test("browsers elsewhere are told loopback addresses, or none", () => {
  const here = [{ protocol: "udp", address: "127.0.0.1", port: 8000 }];
  assert.equal(told(ofCandidates(here, "meet.example")), "bad check.candidates.local");
  assert.equal(told(ofCandidates(here, "localhost", "embedded", true)), "good check.candidates.good");
  const longAsJavaWritesIt = candidatesIn("a=candidate:1 1 udp 1 0:0:0:0:0:0:0:1 8000 typ host");
  assert.equal(told(ofCandidates(longAsJavaWritesIt, "meet.example")), "bad check.candidates.local");
  assert.equal(ofCandidates(longAsJavaWritesIt, "localhost", "embedded", true).measured, "udp [::1]:8000");
  assert.equal(told(ofCandidates([], "localhost")), "bad check.candidates.none");
  assert.equal(told(ofCandidates([], "localhost", "srs")), "bad check.candidates.none.srs");
  assert.equal(told(ofCandidates(here, "meet.example", "srs", true)), "bad check.candidates.local.srs");
  assert.equal(told(ofCandidates(here, "localhost", "srs", false)), "bad check.candidates.silent.srs");
  assert.equal(told(ofCandidates(candidatesIn(ANSWER), "a", "embedded", false)), "bad check.candidates.silent");
  assert.equal(ofCandidates(candidatesIn(ANSWER), "a").measured, "udp 10.0.0.5:8000, tcp 10.0.0.5:443");
});

test("a loop that passes, loses, is slow, dark, closed, refused, or not offered", () => {
  const fine = { roundTrip: 12, received: 990, lost: 10, frames: 50 };
  assert.equal(told(ofLoop("udp", fine)), "good check.udp.good");
  assert.equal(ofLoop("udp", fine).measured, "12 ms, 1.0 %");
  assert.equal(told(ofLoop("udp", { ...fine, lost: 100 })), "attention check.loop.loss");
  assert.equal(told(ofLoop("udp", { ...fine, roundTrip: 400 })), "attention check.loop.slow");
  assert.equal(told(ofLoop("udp", { ...fine, frames: 0 })), "bad check.loop.dark");
  assert.equal(told(ofLoop("tcp", { problem: "connect" })), "bad check.tcp.bad");
  assert.equal(told(ofLoop("udp", { problem: "connect" }, "srs")), "bad check.udp.bad.srs");
  assert.equal(told(ofLoop("relay", { problem: "connect" }, "srs")), "bad check.relay.bad");
  assert.equal(told(ofLoop("relay", { problem: "none" })), "none check.relay.none");
  const refused = ofLoop("udp", { problem: "publish", detail: "503 not-started" });
  assert.equal(`${told(refused)} ${refused.measured}`, "bad check.loop.refused 503 not-started");
});

test("hooks are SRS's, and bad when it lets nobody in", () => {
  assert.equal(told(ofHooks("embedded", [], 0)), "none check.hooks.none");
  assert.equal(told(ofHooks("srs", [{}, { problem: "none" }], 2)), "good check.hooks.good");
  assert.equal(told(ofHooks("srs", [{ problem: "publish", detail: "403" }], 1)), "bad check.hooks.bad");
  assert.equal(told(ofHooks("srs", [{ problem: "connect" }], 1)), "good check.hooks.good", "it was let in");
  assert.equal(told(ofHooks("srs", [{ problem: "none" }], 0)), "bad check.hooks.bad", "nothing was let in");
  assert.equal(told(ofHooks("srs", [{}], 0)), "bad check.hooks.unheard", "nobody was asked");
});

test("whatever a page fetches from elsewhere is seen, but for what the site names", () => {
  const own = "https://meet.example";
  const inside = [`${own}/a.js`, "https://media.example/rtc", "data:image/png;base64,"];
  assert.equal(told(ofOrigins(inside, own, ["https://media.example", ""])), "good check.page.good");
  const found = ofOrigins([...inside, "https://cdn.example/x.js", "https://cdn.example/y.js"], own, [
    "https://media.example",
  ]);
  assert.equal(`${told(found)} ${found.measured}`, "bad check.page.bad https://cdn.example");
});
