import assert from "node:assert/strict";
import test from "node:test";
import { NONE } from "../../main/webapp/resources/js/media/choices.js";
import { EarlyMedia } from "../../main/webapp/resources/js/media/early-media.js";
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
