import assert from "node:assert/strict";
import test from "node:test";
import { shortagesOf } from "../../main/webapp/resources/js/meeting/shortages.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { joined, stream } from "./meetings.js";
import { settled } from "./settled.js";

const LOOK = 2_000;

/** A connection by which a picture of 1 Mbit/s comes, of which `peer.bad` per cent of the time is frozen. */
function flow(peer) {
  let [looks, frozen, asked] = [0, 0, 0];
  peer.bad = 0;
  peer.pass = () => {
    looks += 1;
    frozen += (peer.bad / 100) * 2;
    asked += peer.bad && !peer.slow ? 20 : 0;
  };
  peer.getStats = async () => {
    const counts = {
      bytesReceived: 250_000 * (peer.share ?? 1) * looks,
      packetsReceived: 250 * looks,
      framesDecoded: 50 * looks,
    };
    const suffered = { nackCount: asked, totalFreezesDuration: frozen, timestamp: LOOK * looks };
    return new Map([["v", { id: "v", type: "inbound-rtp", kind: "video", ...counts, ...suffered }]]);
  };
}

/** A page on a site with SRS that plays these people, each at 720 lines. */
async function playing(t, ...people) {
  settings.smallUpTo = 240;
  settings.media = "srs";
  t.after(() => {
    delete settings.smallUpTo;
    settings.media = "embedded";
  });
  const made = await joined(t);
  const peers = {};
  for (const name of people) {
    made.server.member(name, { streams: [stream(`${name}s`)] });
    await settled();
    peers[name] = made.made.at(-1);
    peers[name].become("connected");
    flow(peers[name]);
  }
  const shown = people.map((name) => ({ stream: `${name}s`, height: 720, role: "other" }));
  made.meeting.wanted.show(shown);
  const looks = async (count) => {
    for (let look = 0; look < count; look += 1) {
      Object.values(peers).forEach((peer) => peer.pass());
      await made.tick(LOOK);
    }
  };
  const reports = () => made.server.all("report-suffering").map(({ streams }) => streams.join());
  const height = (name) => made.meeting.wanted.of(`${name}s`)?.height;
  await looks(2);
  return { ...made, peers, looks, reports, height };
}

test("tells whose stream arrives badly as long as it does, and once that it does no more", async (t) => {
  const { peers, looks, reports } = await playing(t, "bob", "cleo", "dan");
  assert.deepEqual(reports(), []);
  peers.bob.bad = 20;
  await looks(2);
  peers.bob.bad = 0;
  await looks(3);
  assert.deepEqual(reports(), ["bobs", "bobs", ""]);
});

test("tells what is only fair when it lasts", async (t) => {
  const { peers, looks, reports } = await playing(t, "bob", "cleo", "dan");
  peers.bob.bad = 8;
  await looks(1);
  assert.deepEqual(reports(), []);
  await looks(1);
  assert.deepEqual(reports(), ["bobs"]);
});

test("takes a slow computer for no bad network", async (t) => {
  const { peers, looks, reports } = await playing(t, "bob");
  Object.assign(peers.bob, { bad: 50, slow: true });
  await looks(4);
  assert.deepEqual(reports(), []);
});

test("wants small pictures where most of them suffer, and large ones again when the link carries them", async (t) => {
  const { peers, looks, height, meeting } = await playing(t, "bob", "cleo");
  const all = (bad) => Object.values(peers).forEach((peer) => (peer.bad = bad));
  all(50);
  await looks(2);
  all(0);
  await looks(1);
  assert.deepEqual([height("bob"), height("cleo")], [240, 240]);
  assert.deepEqual(meeting.wanted.shortOf("bobs"), { shown: true });
  await looks(6);
  assert.deepEqual([height("bob"), height("cleo")], [720, 720]);
  assert.equal(meeting.wanted.shortOf("bobs"), undefined);
});

test("plays sound alone where not even small pictures get through, and says so", async (t) => {
  const { peers, looks, height, meeting } = await playing(t, "bob", "cleo");
  const all = (bad) => Object.values(peers).forEach((peer) => (peer.bad = bad));
  all(50);
  await looks(40);
  assert.deepEqual([height("bob"), height("cleo")], [0, 0]);
  assert.deepEqual(meeting.shortageOf("bobs"), { shown: false, cause: "link", ended: true });
  assert.deepEqual(
    shortagesOf(meeting, {}).map(({ cause }) => cause),
    ["link", "link"],
  );
});

test("takes it for the own link when what suffers is most of what comes", async (t) => {
  const { peers, looks, height } = await playing(t, "bob", "cleo", "dan");
  Object.assign(peers.bob, { bad: 50, share: 2.5 });
  await looks(3);
  assert.ok(height("bob") + height("cleo") + height("dan") < 3 * 720);
});

test("wants no less where one of several suffers: that one's sender does", async (t) => {
  const { peers, looks, height } = await playing(t, "bob", "cleo", "dan");
  peers.bob.bad = 50;
  await looks(6);
  assert.deepEqual([height("bob"), height("cleo")], [720, 720]);
});

test("lets the only other one send less first", async (t) => {
  const { peers, looks, height, reports } = await playing(t, "bob");
  peers.bob.bad = 50;
  await looks(4);
  assert.deepEqual([reports().length, height("bob")], [4, 720]);
  await looks(2);
  assert.equal(height("bob"), 240);
});

test("looks at nothing where the media node adapts streams itself", async (t) => {
  const made = await joined(t);
  made.server.member("bob", { streams: [stream("bobs")] });
  await settled();
  const peer = made.made.at(-1);
  peer.become("connected");
  flow(peer);
  peer.bad = 90;
  await made.tick(LOOK);
  await made.tick(LOOK);
  await made.tick(LOOK);
  assert.deepEqual(made.server.all("report-suffering"), []);
});

/** A page that publishes; `want(stream, percent)`: so much is of use; what its picture may take, in bit/s. */
async function publishing(t, sent) {
  const { publishing: peer, server, tick } = await joined(t);
  const { video } = peer.senders;
  let at = 0;
  video.getStats = async () => {
    at += 1_000;
    return new Map([["o", { type: "outbound-rtp", bytesSent: (at * sent) / 8_000, timestamp: at }]]);
  };
  const want = async (name, percent) => {
    server.tell({ type: "bitrate-wanted", room: "r1", stream: name, percent });
    await settled();
    await tick(1_000);
  };
  const usual = video.getParameters().encodings[0].maxBitrate;
  return { want, usual, bitrate: () => video.parameters?.encodings[0].maxBitrate };
}

test("sends the part that arrives of what it really sends", async (t) => {
  const { want, bitrate } = await publishing(t, 400_000);
  await want("somebody-elses", 20);
  assert.equal(bitrate(), undefined);
  await want("mine", 60);
  assert.equal(bitrate(), 240_000);
  await want("mine", 35);
  assert.equal(bitrate(), 140_000);
  await want("mine", 20);
  assert.equal(bitrate(), 100_000, "less is no picture");
});

test("sends all again when all arrives, and the part of all where it does not know what it sends", async (t) => {
  const { want, usual, bitrate } = await publishing(t, 0);
  await want("mine", 35);
  assert.equal(bitrate(), Math.round(0.35 * usual));
  await want("mine", 100);
  assert.equal(bitrate() ?? usual, usual);
});
