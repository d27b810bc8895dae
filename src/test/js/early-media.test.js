import assert from "node:assert/strict";
import test from "node:test";
import { NONE } from "../../main/webapp/resources/js/media/choices.js";
import { EarlyMedia } from "../../main/webapp/resources/js/media/early-media.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

const CHOICES = { camera: "", microphone: "", resolution: 360 };
const STREAM = { name: "bob", source: "camera", audio: true, video: true, codec: "VP8" };

test("has connections ready for the page that comes, which tells where the tickets are", async (t) => {
  const { made, posted } = peers(t);
  const early = new EarlyMedia();
  early.prepare(CHOICES);
  assert.deepEqual(
    made.map(({ offered }) => offered.join()),
    ["sendonly audio,sendonly video", "recvonly audio,recvonly video"],
  );
  assert.deepEqual(posted, []);

  const asked = [];
  const ticket = (what) => async (stream) => {
    asked.push(`${what} ${stream}`);
    return { url: `http://x/${what}` };
  };
  const { publisher, audience } = early.take({ publish: ticket("publish"), play: ticket("play") });
  publisher.send({ audio: true, video: true }, {}, 500_000);
  audience.update([{ id: "bob", streams: [STREAM] }]);
  await settled();
  assert.deepEqual(asked, ["play bob", "publish undefined"]);
  assert.deepEqual(posted.sort(), ["recvonly audio,recvonly video", "sendonly audio,sendonly video"]);
  assert.equal(made.length, 2);
  assert.notEqual(early.take({}).publisher, publisher);
});

test("offers to send only what the person wants to be seen and heard with", (t) => {
  const { made } = peers(t);
  const early = new EarlyMedia();
  early.prepare({ ...CHOICES, camera: NONE });
  early.prepare({ ...CHOICES, camera: NONE, microphone: NONE });
  assert.deepEqual(
    made.map(({ offered }) => offered.join()),
    ["sendonly audio", "recvonly audio,recvonly video", "recvonly audio,recvonly video"],
  );
});

test("closes what nobody needs", (t) => {
  const { made } = peers(t);
  const early = new EarlyMedia();
  early.prepare(CHOICES);
  early.prepare(CHOICES);
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, true, false, false],
  );
  early.drop();
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, true, true, true],
  );
  early.take({}).audience.expect();
  assert.equal(made.length, 5);
});

/** As on a site whose pages receive all by one connection, with these settings. */
function receivesTogether(t, more = {}) {
  const before = { ...settings };
  Object.assign(settings, { receiving: { pictures: 2, sounds: 2 } }, more);
  t.after(() => {
    Object.keys(settings).forEach((name) => delete settings[name]);
    Object.assign(settings, before);
  });
}

test("makes the way to receive for the page that comes, once", async (t) => {
  const { doors } = peers(t);
  receivesTogether(t);
  const early = new EarlyMedia();
  early.receive("http://x/door");
  early.receive("http://x/door");
  await settled();
  assert.deepEqual(doors, ["http://x/door?pictures=2"]);
  assert.equal(early.take({}).audience.receiving.state, "connecting");
  early.receive("http://x/door");
  await settled();
  assert.equal(doors.length, 1);
});

test("tells what is to be received when there is a page, by which it is told", async (t) => {
  const { made } = peers(t);
  receivesTogether(t);
  const headers = new Map([["Location", "/rtc/v1/whip/?action=delete&stream=r1&session=s"]]);
  t.mock.method(globalThis, "fetch", async (url) => ({ status: 201, url, text: async () => "v=0", headers }));
  const early = new EarlyMedia();
  early.receive("http://x/door");
  await settled();
  made[0].become("connected");
  await settled();
  const assigned = [];
  const { audience } = early.take({ assign: async (streams) => assigned.push(streams) > 0 });
  await settled();
  assert.equal(audience.receiving.state, "connected");
  assert.deepEqual(assigned, [{ receiver: "r1", pictures: [], sounds: [] }]);
});

test("makes no way where relays or other doors are told with the ticket", async (t) => {
  const { made } = peers(t);
  receivesTogether(t, { relay: { urls: ["turn:x"] } });
  new EarlyMedia().receive("http://x/door");
  settings.relay = undefined;
  settings.addresses = { ...settings.addresses, play: "http://y" };
  new EarlyMedia().receive("http://x/door");
  await settled();
  assert.equal(made.length, 0);
});

test("tells when the offer is on its way, and that none is", async (t) => {
  const { doors } = peers(t);
  receivesTogether(t);
  const early = new EarlyMedia();
  await early.receive("http://x/door");
  assert.equal(doors.length, 1);
  await early.receive("http://x/door");
  early.take({});
  await early.receive("http://x/door");
  assert.equal(doors.length, 1);
});

test("makes the way again when what was ready was not needed", async (t) => {
  const { doors } = peers(t);
  receivesTogether(t);
  const early = new EarlyMedia();
  await early.receive("http://x/door");
  early.drop();
  await early.receive("http://x/door");
  assert.equal(doors.length, 2);
});
