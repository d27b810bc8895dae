import assert from "node:assert/strict";
import test from "node:test";
import { Publisher } from "../../main/webapp/resources/js/media/publisher.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { FakeTrack } from "./devices.js";
import { sent } from "./meetings.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

const BOTH = { video: true, audio: true };
const camera = (label = "camera") => new FakeTrack("video", label);
const microphone = () => new FakeTrack("audio", "microphone");

/** A publisher in a browser that the test plays; `asked` is how often it asked for a ticket. */
function publisher(t, options, answer) {
  const made = { asked: 0, ...peers(t, undefined, { answer }) };
  const ticket = async () => {
    made.asked += 1;
    return { url: "http://x/whip" };
  };
  made.publisher = new Publisher(ticket, options);
  return made;
}

test("offers both kinds with their tracks and the most that the picture may use", async (t) => {
  const { publisher: made, made: connections, posted } = publisher(t);
  await made.send(BOTH, { video: camera(), audio: microphone() }, 500_000);
  await settled();
  assert.deepEqual(posted, ["sendonly audio,sendonly video"]);
  assert.deepEqual(sent(connections[0]), { audio: "microphone", video: "camera" });
  assert.equal(connections[0].senders.video.getParameters().encodings[0].maxBitrate, 500_000);
});

for (const [options, expected] of [
  [{ stereo: true }, "minptime=10;stereo=1"],
  [{}, "minptime=10"],
]) {
  test(`has the browser send Opus by ${expected} with ${JSON.stringify(options)}`, async (t) => {
    const answer = "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10\r\n";
    const { publisher: made, made: connections } = publisher(t, options, answer);
    await made.send(BOTH, { video: camera(), audio: microphone() }, 500_000);
    await settled();
    assert.equal(/a=fmtp:111 (.*)\r/.exec(connections[0].answer)[1], expected);
  });
}

test("offers the site's codecs first, in the site's order", async (t) => {
  const { publisher: made, made: connections } = publisher(t);
  await made.send(BOTH, {}, 500_000);
  assert.deepEqual(connections[0].senders.video.codecs, ["video/VP8", "video/AV1", "video/rtx"]);
});

test("takes tracks that come later, and gives them up, without a new offer", async (t) => {
  const { publisher: made, made: connections } = publisher(t);
  await made.send(BOTH, {}, 500_000);
  assert.deepEqual(sent(connections[0]), { audio: null, video: null });
  await made.send(BOTH, { video: camera(), audio: microphone() }, 500_000);
  assert.deepEqual(sent(connections[0]), { audio: "microphone", video: "camera" });
  await made.send(BOTH, { audio: microphone() }, 500_000);
  assert.deepEqual(sent(connections[0]).video, null);
  assert.equal(connections.length, 1);
});

test("changes the bitrate of what it sends, and only when it differs", async (t) => {
  const { publisher: made, made: connections } = publisher(t);
  const tracks = { video: camera(), audio: microphone() };
  await made.send(BOTH, tracks, 500_000);
  const { video } = connections[0].senders;
  assert.equal(video.parameters, undefined);
  await made.send(BOTH, tracks, 150_000);
  assert.equal(video.parameters.encodings[0].maxBitrate, 150_000);
});

test("says what gives way on a poor network, where that was asked", async (t) => {
  const { publisher: made, made: connections } = publisher(t, { degradation: "maintain-resolution" });
  await made.send({ video: true }, { video: camera() }, 500_000);
  assert.equal(connections[0].senders.video.parameters.degradationPreference, "maintain-resolution");
});

test("tells the sender of a lower frame rate than the usual one", async (t) => {
  const { publisher: made, made: connections } = publisher(t, { frameRate: 10 });
  await made.send({ video: true }, { video: camera() }, 40_000);
  const { encodings } = connections[0].senders.video.getParameters();
  assert.deepEqual(encodings, [{ maxBitrate: 40_000, maxFramerate: 10 }]);
});

test("tells it nothing of the usual one, so that no frame is dropped", async (t) => {
  const { publisher: made, made: connections } = publisher(t, { frameRate: 30 });
  await made.send({ video: true }, { video: camera() }, 40_000);
  assert.deepEqual(connections[0].senders.video.getParameters().encodings, [{ maxBitrate: 40_000 }]);
});

test("has sound sent as the site says", async (t) => {
  const before = settings.sound;
  t.after(() => (settings.sound = before));
  settings.sound = { bitrate: 24_000, packetTime: 20, dtx: false };
  const { publisher: made, made: connections } = publisher(t, {}, "a=rtpmap:111 opus/48000/2\r\n");
  await made.send({ audio: true }, { audio: microphone() }, 0);
  await settled();
  assert.match(connections[0].answer, /a=fmtp:111 maxaveragebitrate=24000\r\n/);
});

test("needs a new offer for other kinds, and ends the earlier session first", async (t) => {
  const { publisher: made, made: connections, ended, posted } = publisher(t);
  await made.send(BOTH, {}, 500_000);
  await settled();
  await made.send({ audio: true }, { audio: microphone() }, 500_000);
  await settled();
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [true, false],
  );
  assert.equal(ended.length, 1);
  assert.equal(posted.at(-1), "sendonly audio");
});

test("is closed when there is nothing to send, and begins again when there is", async (t) => {
  const { publisher: made, made: connections } = publisher(t);
  await made.send(BOTH, {}, 500_000);
  await made.send({}, {}, 500_000);
  assert.equal(made.state, "closed");
  assert.equal(connections[0].closed, true);
  await made.send({ audio: true }, { audio: microphone() }, 500_000);
  assert.equal(made.state, "connecting");
  assert.equal(connections.length, 2);
});

test("makes the connection anew when a sender refuses a track", async (t) => {
  const { publisher: made, made: connections } = publisher(t);
  await made.send(BOTH, {}, 500_000);
  await settled();
  connections[0].senders.video.replaceTrack = async () => {
    throw new DOMException("", "InvalidModificationError");
  };
  await made.send(BOTH, { video: camera() }, 500_000);
  await settled();
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [true, false],
  );
  assert.equal(sent(connections[1]).video, "camera");
});

test("uses what was prepared, but not for other kinds", async (t) => {
  const made = publisher(t);
  made.publisher.prepare(BOTH, 500_000);
  assert.equal(made.asked, 0);
  await made.publisher.send(BOTH, {}, 500_000);
  assert.equal(made.made.length, 1);
  const other = { ...made, publisher: new Publisher(async () => ({ url: "http://x/whip" })) };
  other.publisher.prepare(BOTH, 500_000);
  await other.publisher.send({ audio: true }, {}, 500_000);
  assert.deepEqual(
    made.made.map(({ closed, offered }) => [closed, offered.length]),
    [
      [false, 2],
      [true, 2],
      [false, 1],
    ],
  );
});

test("restarts only what it publishes", async (t) => {
  const made = publisher(t);
  await made.publisher.restart();
  assert.equal(made.made.length, 0);
  await made.publisher.send(BOTH, {}, 500_000);
  await made.publisher.restart();
  await settled();
  assert.deepEqual(
    made.made.map(({ closed }) => closed),
    [true, false],
  );
  await made.publisher.close();
  await made.publisher.restart();
  assert.equal(made.publisher.state, "closed");
});

test("offers several sizes, and sends those that are wanted until it begins anew", async (t) => {
  const { publisher: made, made: connections } = publisher(t, { layers: 3 });
  await made.send(BOTH, { video: camera() }, 1_500_000);
  const { video } = connections[0].senders;
  assert.deepEqual(
    video.getParameters().encodings.map(({ rid }) => rid),
    ["h", "m", "l"],
  );
  await made.want(["l"]);
  assert.deepEqual(
    video.parameters.encodings.map(({ active }) => active ?? true),
    [false, false, true],
  );
  await made.send(BOTH, { video: camera() }, 600_000);
  assert.deepEqual(
    video.parameters.encodings.map(({ active, maxBitrate }) => [active ?? true, maxBitrate]),
    [
      [false, 600_000],
      [false, 200_000],
      [true, 60_000],
    ],
  );
  await made.restart();
  await settled();
  const { encodings } = connections[1].senders.video.getParameters();
  assert.deepEqual(
    encodings.map(({ active }) => active ?? true),
    [true, true, true],
  );
});
