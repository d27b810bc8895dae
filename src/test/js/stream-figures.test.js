import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { StreamFigures } from "../../main/webapp/resources/js/media/stream-figures.js";

/** Statistics of two connections of one page, five seconds apart, as real browsers told them. */
const recorded = (name) => JSON.parse(readFileSync(new URL(`recorded/${name}.stats`, import.meta.url)));
const asReport = (entries) => new Map(entries.map((entry) => [entry.id, entry]));

/** A connection whose statistics are these, look by look. */
const connection = (...looks) => ({ getStats: async () => asReport(looks.shift()) });

/** The two looks at what one side of a recording tells; `change` changes entries of the second one by their type. */
async function look(name, side, change = {}) {
  const record = recorded(name);
  const second = record[`second ${side}`].map((entry) => ({ ...entry, ...change[`${entry.type} ${entry.kind}`] }));
  const peer = connection(record[`first ${side}`], second);
  const figures = new StreamFigures();
  assert.deepEqual(await figures.look(peer), []);
  return figures.look(peer);
}

test("measures what Chromium sends", async () => {
  const [audio, video] = await look("chromium-156", "sender");
  assert.equal(audio.bitrate > 10 && audio.bitrate < 60, true, String(audio.bitrate));
  assert.equal(video.bitrate > 100 && video.bitrate < 3000, true, String(video.bitrate));
  assert.deepEqual(
    { ...audio, bitrate: 1 },
    { kind: "audio", codec: "opus", way: "udp", bitrate: 1, roundTrip: 2, sent: true, lost: 0, jitter: 0 },
  );
  assert.deepEqual(
    { ...video, bitrate: 1 },
    {
      kind: "video",
      codec: "VP8",
      way: "udp",
      width: 640,
      height: 480,
      bitrate: 1,
      roundTrip: 2,
      sent: true,
      frameRate: 20,
      captured: 20,
      lost: 0,
      jitter: 0,
    },
  );
});

test("measures what Chromium gets", async () => {
  const [audio, video] = await look("chromium-156", "receiver");
  assert.deepEqual(
    { ...audio, bitrate: 1 },
    { kind: "audio", codec: "opus", way: "udp", bitrate: 1, roundTrip: 1, lost: 0, jitter: 0, concealed: 0 },
  );
  assert.deepEqual(
    { ...video, bitrate: 1 },
    {
      kind: "video",
      codec: "VP8",
      way: "udp",
      width: 640,
      height: 480,
      bitrate: 1,
      roundTrip: 1,
      frameRate: 20,
      lost: 0,
      jitter: 0,
      freezes: 0,
      frozen: 0,
    },
  );
});

test("measures what Firefox sends and gets, without what it does not tell", async () => {
  const [sentAudio, sentVideo] = await look("firefox-153", "sender");
  const [audio, video] = await look("firefox-153", "receiver");
  assert.deepEqual(
    [sentAudio.codec, sentAudio.way, sentAudio.sent, "limited" in sentVideo],
    ["opus", "udp", true, false],
  );
  assert.deepEqual([sentVideo.codec, sentVideo.width, sentVideo.captured, sentVideo.frameRate], ["VP8", 480, 30, 30]);
  assert.deepEqual([audio.lost, audio.concealed, video.frameRate, video.freezes], [0, 0, 30, 0]);
});

test("tells losses as a share of the interval", async () => {
  const loss = { "remote-inbound-rtp video": { packetsLost: 16 }, "inbound-rtp audio": { packetsLost: 28 } };
  const sent = await look("chromium-156", "sender", loss);
  const got = await look("chromium-156", "receiver", loss);
  const record = recorded("chromium-156");
  const packets = (side, type, kind, name) => {
    const of = (look) => record[`${look} ${side}`].find((entry) => entry.type === type && entry.kind === kind)[name];
    return of("second") - of("first");
  };
  const lostOf = (rows, kind) => rows.find((row) => row.kind === kind).lost;
  assert.equal(lostOf(sent, "audio"), 0);
  assert.equal(lostOf(sent, "video"), Math.round(16_000 / packets("sender", "outbound-rtp", "video", "packetsSent")));
  const received = packets("receiver", "inbound-rtp", "audio", "packetsReceived");
  assert.equal(lostOf(got, "audio"), Math.round(28_000 / (received + 28)));
});

test("tells freezes, also of a picture that stands still at present", async () => {
  const moved = { "inbound-rtp video": { freezeCount: 2, totalFreezesDuration: 1.25 } };
  const [, video] = await look("chromium-156", "receiver", moved);
  assert.deepEqual([video.freezes, video.frozen], [2, 1250]);
  const decoded = recorded("chromium-156")["first receiver"].find(({ framesDecoded }) => framesDecoded).framesDecoded;
  const [, still] = await look("chromium-156", "receiver", { "inbound-rtp video": { framesDecoded: decoded } });
  assert.deepEqual([still.frameRate, Math.round(still.frozen / 100)], [0, 50]);
});

test("tells what limits the picture", async () => {
  const [, video] = await look("chromium-156", "sender", { "outbound-rtp video": { qualityLimitationReason: "cpu" } });
  assert.equal(video.limited, "cpu");
});

/** One look, or the next one five seconds later, at a picture that is sent in these sizes. */
const sizes = (timestamp, ...sent) =>
  sent.flatMap(({ lines, bytesSent, framesSent, framesPerSecond = 0, packetsLost = 0, ...more }) => [
    {
      id: `o${lines}`,
      type: "outbound-rtp",
      kind: "video",
      rid: `r${lines}`,
      timestamp,
      bytesSent,
      packetsSent: bytesSent / 1_000,
      frameWidth: (lines * 16) / 9,
      frameHeight: lines,
      framesSent,
      framesPerSecond,
      ...more,
    },
    { id: `i${lines}`, type: "remote-inbound-rtp", kind: "video", localId: `o${lines}`, packetsLost, timestamp },
  ]);

async function sentInSizes(first, second) {
  const figures = new StreamFigures();
  const peer = connection(sizes(0, ...first), sizes(5_000, ...second));
  await figures.look(peer);
  return figures.look(peer);
}

test("tells a picture that is sent in several sizes as one, with the worst loss", async () => {
  const rows = await sentInSizes(
    [
      { lines: 720, bytesSent: 0, framesSent: 0, framesPerSecond: 30 },
      { lines: 180, bytesSent: 0, framesSent: 0, framesPerSecond: 30 },
    ],
    [
      { lines: 720, bytesSent: 500_000, framesSent: 120, framesPerSecond: 30, qualityLimitationReason: "cpu" },
      { lines: 180, bytesSent: 100_000, framesSent: 150, framesPerSecond: 30, packetsLost: 10 },
    ],
  );
  assert.deepEqual(rows, [
    {
      kind: "video",
      width: 1_280,
      height: 720,
      bitrate: 960,
      sent: true,
      frameRate: 24,
      lost: 100,
      limited: "cpu",
    },
  ]);
});

test("takes no size that is switched off or on for a slow picture", async () => {
  const before = [
    { lines: 720, bytesSent: 0, framesSent: 0, framesPerSecond: 30 },
    { lines: 360, bytesSent: 0, framesSent: 0 },
  ];
  const off = await sentInSizes(before, [
    { lines: 720, bytesSent: 100_000, framesSent: 30, framesPerSecond: 2, active: false },
    { lines: 360, bytesSent: 100_000, framesSent: 120, framesPerSecond: 30, active: true },
  ]);
  assert.deepEqual(
    off.map(({ height, frameRate }) => [height, frameRate]),
    [[360, 30]],
  );
  const dark = await sentInSizes(before, [
    { lines: 720, bytesSent: 100_000, framesSent: 30 },
    { lines: 360, bytesSent: 100_000, framesSent: 120 },
  ]);
  assert.deepEqual(
    dark.map(({ height, frameRate }) => [height, frameRate]),
    [[360, 24]],
  );
  const [alone] = await sentInSizes(before.slice(1), [
    { lines: 360, bytesSent: 100_000, framesSent: 30, framesPerSecond: 29 },
  ]);
  assert.equal(alone.frameRate, 29);
  const [none] = await sentInSizes(before.slice(0, 1), [
    { lines: 720, bytesSent: 100_000, framesSent: 30, active: false },
  ]);
  assert.equal("frameRate" in none, false);
});

test("tells nothing of what does not flow", async () => {
  const entries = recorded("chromium-156")["first receiver"];
  const later = entries.map((entry) => ({ ...entry, timestamp: entry.timestamp + 5_000 }));
  const figures = new StreamFigures();
  const peer = connection(entries, later);
  await figures.look(peer);
  assert.deepEqual(await figures.look(peer), []);
});

test("begins anew with another connection, and bears one that is closed", async () => {
  const record = recorded("chromium-156");
  const figures = new StreamFigures();
  await figures.look(connection(record["first sender"]));
  assert.deepEqual(await figures.look(connection(record["second sender"])), []);
  assert.deepEqual(await figures.look({ getStats: async () => Promise.reject(new Error("closed")) }), []);
});

test("tells once how long somebody waited for the first picture", async (t) => {
  const record = recorded("chromium-156");
  const looks = [record["first receiver"], record["second receiver"], record["second receiver"]];
  const delay = 4.2;
  const peer = connection(
    ...looks.map((entries, round) =>
      entries.map((entry) => ({
        ...entry,
        timestamp: entry.timestamp + round,
        bytesReceived: (entry.bytesReceived ?? 0) + round,
        totalInterFrameDelay: delay + round,
      })),
    ),
  );
  t.mock.method(performance, "now", () => 10_000);
  const figures = new StreamFigures();
  await figures.look(peer, 4_500);
  const told = (rows) => rows.map(({ firstFrame }) => firstFrame);
  assert.deepEqual(told(await figures.look(peer, 4_500)), [undefined, 300]);
  assert.deepEqual(told(await figures.look(peer, 4_500)), [undefined, undefined]);
});

test("tells of no first picture that nobody waited for", async () => {
  const [, video] = await look("chromium-156", "receiver");
  assert.equal("firstFrame" in video, false);
});
