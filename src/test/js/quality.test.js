import assert from "node:assert/strict";
import test from "node:test";
import { tellQuality } from "../../main/webapp/resources/js/meeting/quality.js";
import { FakeServer } from "./server.js";
import { page, stream } from "./meetings.js";
import { settled } from "./settled.js";

const AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

/** What a connection's statistics tell that sends, or gets, sound at 32 kbit/s from now on. */
function flow(peer, type = "inbound-rtp") {
  peer.looks = 0;
  let bytes = 0;
  peer.getStats = async () => {
    peer.looks += 1;
    bytes += peer.still ? 0 : 20_000;
    const counted = { bytesSent: bytes, bytesReceived: bytes, packetsSent: bytes / 80, packetsReceived: bytes / 80 };
    return new Map([
      ["a", { id: "a", type, kind: "audio", timestamp: peer.looks * 5_000, packetsLost: 0, ...counted }],
    ]);
  };
}

/** A page in a meeting that is asked to measure every five seconds; Bob is played. */
async function measuring(t, { seconds = 5 } = {}) {
  const navigatorOf = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  const server = new FakeServer();
  server.welcome = { quality: { seconds } };
  const made = page(t, { server });
  Object.defineProperty(globalThis.navigator, "userAgent", { value: AGENT, configurable: true });
  t.after(() => navigatorOf && Object.defineProperty(globalThis, "navigator", navigatorOf));
  tellQuality(made.connection, made.meeting);
  made.meeting.start();
  made.connection.start();
  await settled();
  made.own = made.made.find(({ offered }) => offered[0]?.startsWith("sendonly"));
  made.own.become("connected");
  server.member("me", { name: "Ada", streams: [stream("mine")] });
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  made.bobs = made.made.at(-1);
  made.bobs.become("connected");
  flow(made.own, "outbound-rtp");
  flow(made.bobs);
  made.reports = () => server.all("report-quality");
  return made;
}

test("tells in one message how everything is that flows, and once what browser it is", async (t) => {
  const { reports, tick } = await measuring(t);
  await tick(5_000);
  assert.deepEqual(reports(), []);
  await tick(5_000);
  await tick(5_000);
  const [first, second, ...more] = reports();
  assert.deepEqual(more, []);
  assert.equal(first.browser, "Chrome 156, Linux");
  assert.deepEqual(first.streams, [
    { stream: "mine", kind: "audio", bitrate: 32, sent: true },
    { stream: "bobs", kind: "audio", bitrate: 32, lost: 0 },
  ]);
  assert.equal("browser" in second, false);
  assert.equal(second.streams.length, 2);
});

test("reads the statistics of each connection once a round", async (t) => {
  const { own, bobs, tick } = await measuring(t);
  const before = [own.looks, bobs.looks];
  await tick(5_000);
  assert.deepEqual([own.looks - before[0], bobs.looks - before[1] >= 1], [1, true]);
});

test("sends nothing while nothing flows, and goes on when it does", async (t) => {
  const { own, bobs, reports, tick } = await measuring(t);
  own.still = true;
  bobs.still = true;
  for (let round = 0; round < 4; round += 1) {
    await tick(5_000);
  }
  assert.deepEqual(reports(), []);
  bobs.still = false;
  await tick(5_000);
  assert.deepEqual(
    reports().map(({ streams }) => streams.map((row) => row.stream)),
    [["bobs"]],
  );
});

test("measures nothing where the site does not want it", async (t) => {
  const { own, reports, tick } = await measuring(t, { seconds: 0 });
  for (let round = 0; round < 4; round += 1) {
    await tick(5_000);
  }
  assert.deepEqual([own.looks, reports()], [0, []]);
});

test("tells another connection of the browser again, and of nobody who has no seat", async (t) => {
  const { server, reports, tick } = await measuring(t);
  await tick(5_000);
  await tick(5_000);
  server.drop();
  await tick(3_000);
  server.member("me", { name: "Ada", streams: [stream("mine")] });
  server.member("bob", { streams: [stream("bobs")] });
  await tick(5_000);
  await tick(5_000);
  assert.equal(reports().filter(({ browser }) => browser === "Chrome 156, Linux").length, 2);
  server.tell({ type: "seat-moved", room: "r1" });
  await settled();
  const before = reports().length;
  await tick(5_000);
  await tick(5_000);
  assert.equal(reports().length, before);
});

/** The same where Bob's picture freezes all the time; `want(height)`: it is shown so large. */
async function freezing(t) {
  const made = await measuring(t);
  const { bobs, meeting, reports, tick } = made;
  let looks = 0;
  bobs.getStats = async () => {
    looks += 1;
    const counted = { bytesReceived: 90_000 * looks, packetsReceived: 100 * looks, framesDecoded: 50 * looks };
    const frozen = { freezeCount: looks, totalFreezesDuration: 3 * looks };
    const entry = { id: "v", type: "inbound-rtp", kind: "video", timestamp: 5_000 * looks, packetsLost: 0 };
    return new Map([["v", { ...entry, ...counted, ...frozen }]]);
  };
  const want = async (height) => {
    meeting.wanted.show([{ stream: "bobs", height, role: "other" }]);
    await tick(100);
  };
  const freezes = () =>
    reports()
      .at(-1)
      ?.streams.find(({ stream }) => stream === "bobs")?.freezes;
  return { ...made, want, freezes };
}

test("counts no freeze of a picture that was not wanted meanwhile", async (t) => {
  const { meeting, want, freezes, tick } = await freezing(t);
  // As if all were received by one connection, or cameras from streams that fit.
  Object.defineProperty(meeting.audience, "fits", { value: true });
  await want(180);
  await tick(5_000);
  await tick(5_000);
  assert.ok(freezes() > 0);
  await want(0);
  await tick(1_500);
  await want(180);
  await tick(3_400);
  assert.equal(freezes(), undefined);
  await tick(5_000);
  assert.ok(freezes() > 0);
});

test("counts no freeze of a picture for which there was no room", async (t) => {
  const { meeting, want, freezes, tick } = await freezing(t);
  const short = new Map();
  const receiving = { update() {}, close() {}, shortageOf: (name) => short.get(name) };
  Object.defineProperty(meeting.audience, "receiving", { value: receiving });
  await want(180);
  await tick(5_000);
  await tick(5_000);
  assert.ok(freezes() > 0);
  short.set("bobs", { shown: false, cause: "budget" });
  await want(210);
  await tick(5_000);
  assert.equal(freezes(), undefined);
});

test("counts the freezes of a picture that comes whether or not it is wanted", async (t) => {
  const { want, freezes, tick } = await freezing(t);
  await want(0);
  await tick(5_000);
  await tick(5_000);
  assert.ok(freezes() > 0);
});
