import assert from "node:assert/strict";
import test from "node:test";
import { joined, page, stream } from "./meetings.js";
import { settled } from "./settled.js";

const CHROMIUM = { encodes: ["VP8", "rtx", "H264", "AV1"], decodes: ["VP8", "rtx", "VP9", "H264", "AV1", "red"] };
const ALL = ["VP8", "H264", "VP9", "AV1"];

/** What the latest connection for sending offered, as codecs. */
const offered = (made) =>
  made
    .findLast(({ offered: kinds }) => kinds[0]?.startsWith("sendonly"))
    .senders.video.codecs.map((name) => name.slice("video/".length));

/** Somebody who sends VP8, in a room where everybody can decode everything. */
async function sending(t) {
  const made = await joined(t, CHROMIUM);
  made.server.decode(...ALL);
  await settled();
  made.onAir = async (codec) => {
    made.made.findLast(({ offered: kinds }) => kinds[0]?.startsWith("sendonly")).become("connected");
    made.server.member("me", { name: "Ada", streams: [stream("mine", { codec })] });
    await settled();
  };
  return made;
}

test("tells the server what the browser can decode, when it joins", async (t) => {
  const { server } = await joined(t, CHROMIUM);
  assert.deepEqual(server.all("join-room")[0].decodes, ["VP8", "VP9", "H264", "AV1"]);
});

test("offers what everybody can decode, in the room's order", async (t) => {
  const { server, made, meeting } = await sending(t);
  assert.deepEqual(offered(made), ["VP8", "H264", "AV1", "rtx"]);
  server.decode("AV1", "VP8");
  meeting.publisher.restart();
  await settled();
  assert.deepEqual(offered(made), ["AV1", "VP8", "rtx"]);
});

test("publishes anew, once, when somebody comes who cannot decode what is sent", async (t) => {
  const { server, made, onAir, ended, tick } = await sending(t);
  server.decode("H264", "AV1");
  await settled();
  assert.equal(made.length, 2);
  assert.equal(ended.length, 1);
  assert.deepEqual(offered(made), ["H264", "AV1", "rtx"]);
  made[1].become("connected");
  server.member("bob");
  await tick(20_000);
  assert.equal(made.length, 2, "not again before the server has heard of it");
  await onAir("H264");
  server.member("bob");
  await tick(20_000);
  assert.equal(made.length, 2);
});

test("sends on when a codec comes back, or when there is none in common", async (t) => {
  const { server, made, tick } = await sending(t);
  server.decode("VP8");
  server.decode(...ALL);
  server.decode();
  await tick(60_000);
  assert.equal(made.length, 1);
});

test("sends on when the browser has none of the codecs that the others can decode", async (t) => {
  const { server, made, tick } = await sending(t);
  server.decode("VP9");
  await tick(60_000);
  assert.equal(made.length, 1);
});

test("publishes anew every ten seconds at most, whoever comes and goes", async (t) => {
  const { server, made, onAir, tick } = await sending(t);
  server.decode("H264");
  await settled();
  await onAir("H264");
  server.decode("AV1");
  await settled();
  assert.equal(made.length, 2);
  for (let round = 0; round < 10; round += 1) {
    server.decode("VP8");
    server.decode("AV1");
    await tick(500);
  }
  assert.equal(made.length, 2);
  await tick(5_000);
  assert.equal(made.length, 3);
  assert.deepEqual(offered(made), ["AV1", "rtx"]);
});

test("plays the sound alone of a stream whose picture the browser cannot decode, and tells of it once", async (t) => {
  const { server, made, meeting } = await joined(t, { ...CHROMIUM, decodes: ["VP8"] });
  server.member("gate", { kind: "device", streams: [stream("gates", { source: "device", codec: "H264" })] });
  await settled();
  assert.deepEqual(made.at(-1).offered, ["recvonly audio"]);
  assert.equal(meeting.audience.undecodableOf("gate"), "H264");
  server.member("gate", { kind: "device", streams: [stream("gates", { source: "device", codec: "H264" })] });
  await settled();
  assert.deepEqual(server.all("cannot-decode"), [{ type: "cannot-decode", codec: "H264" }]);
});

test("asks for nothing of a stream without sound whose picture it cannot decode, until that is another one", async (t) => {
  const { server, made, meeting, doors } = await joined(t, { ...CHROMIUM, decodes: ["VP8"] });
  const silent = { source: "device", audio: false };
  server.member("gate", { kind: "device", streams: [stream("gates", { ...silent, codec: "H264" })] });
  await settled();
  assert.equal(made.length, 1);
  assert.equal(meeting.audience.undecodableOf("gate"), "H264");
  server.member("gate", { kind: "device", streams: [stream("gates", { ...silent, codec: "VP8" })] });
  await settled();
  assert.deepEqual(made.at(-1).offered, ["recvonly video"]);
  assert.equal(doors.at(-1), "http://x/whep/gates");
  assert.equal(meeting.audience.undecodableOf("gate"), undefined);
});

/** Somebody whose picture arrives as `picture` tells. */
async function receiving(t, picture, codec = "VP8") {
  const made = await joined(t, CHROMIUM);
  made.server.member("bob", { streams: [stream("bobs", { codec })] });
  await settled();
  Object.assign(made.made.at(-1), { picture });
  made.made.at(-1).become("connected");
  await settled();
  made.pass = async (seconds) => {
    for (let second = 0; second < seconds; second += 1) {
      await made.tick(1_000);
    }
  };
  return made;
}

test("notices a picture that arrives but cannot be decoded, and tells of it once", async (t) => {
  const { server, meeting, pass } = await receiving(t, { packetsReceived: 400, framesReceived: 100, framesDecoded: 0 });
  await pass(9);
  assert.equal(meeting.audience.undecodableOf("bob"), undefined);
  await pass(3);
  assert.equal(meeting.audience.undecodableOf("bob"), "VP8");
  await pass(60);
  assert.deepEqual(server.all("cannot-decode"), [{ type: "cannot-decode", codec: "VP8" }]);
  server.drop();
  await pass(2);
  assert.deepEqual(server.all("join-room").at(-1).decodes, ["VP9", "H264", "AV1"]);
  server.member("bob", { streams: [stream("bobs", { codec: "H264" })] });
  await settled();
  assert.equal(meeting.audience.undecodableOf("bob"), undefined);
});

test("has patience with a picture that is shown, does not arrive, or is incomplete", async (t) => {
  for (const picture of [
    { packetsReceived: 400, framesDecoded: 1 },
    { packetsReceived: 0, framesDecoded: 0 },
    { packetsReceived: 400, framesReceived: 0, framesDecoded: 0 },
  ]) {
    await t.test(JSON.stringify(picture), async (t) => {
      const { server, meeting, pass } = await receiving(t, picture);
      await pass(60);
      assert.equal(meeting.audience.undecodableOf("bob"), undefined);
      assert.deepEqual(server.all("cannot-decode"), []);
    });
  }
});

test("offers and plays as ever with a server and a browser that do not tell codecs", async (t) => {
  const { server, made, meeting, connection } = page(t);
  meeting.start();
  connection.start();
  await settled();
  assert.deepEqual(server.all("join-room")[0].decodes, []);
  assert.deepEqual(offered(made), ["VP8", "AV1", "rtx"]);
  server.member("bob", { streams: [stream("bobs", { codec: "H264" })] });
  await settled();
  assert.deepEqual(made.at(-1).offered, ["recvonly audio", "recvonly video"]);
});
