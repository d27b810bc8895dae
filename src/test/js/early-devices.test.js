import assert from "node:assert/strict";
import test from "node:test";
import { EarlyDevices } from "../../main/webapp/resources/js/media/early-devices.js";

const VIDEO = { video: { width: 640 } };

/** Opens streams of one track, which knows whether it was stopped. */
function devices() {
  const tracks = [];
  const early = new EarlyDevices(async () => {
    const track = { live: true, stop: () => (track.live = false) };
    tracks.push(track);
    return { getTracks: () => [track] };
  });
  return { early, tracks };
}

test("hands over what was opened, once", async () => {
  const { early, tracks } = devices();
  early.open(VIDEO);
  const stream = await early.take({ video: { width: 640 } });
  assert.deepEqual(stream.getTracks(), tracks);
  assert.equal(early.take(VIDEO), undefined);
  assert.equal(tracks[0].live, true);
});

test("does not hand over what was opened for other choices, and lets it go after a while", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { early, tracks } = devices();
  early.open(VIDEO);
  assert.equal(early.take({ video: { width: 1280 } }), undefined);
  t.mock.timers.tick(10_000);
  await Promise.resolve();
  assert.equal(tracks[0].live, false);
  assert.equal(early.take(VIDEO), undefined);
});

test("keeps what was taken", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { early, tracks } = devices();
  early.open(VIDEO);
  await early.take(VIDEO);
  t.mock.timers.tick(10_000);
  early.drop();
  await Promise.resolve();
  assert.equal(tracks[0].live, true);
});

test("stops what is opened only after nobody needs it any more", async () => {
  const { early, tracks } = devices();
  early.open(VIDEO);
  early.drop();
  await new Promise(setImmediate);
  assert.equal(tracks[0].live, false);
});

test("tells a failure to whoever takes the devices, and to nobody else", async () => {
  const early = new EarlyDevices(() => Promise.reject(new DOMException("", "NotFoundError")));
  early.open(VIDEO);
  await assert.rejects(early.take(VIDEO), { name: "NotFoundError" });
  early.open(VIDEO);
  early.drop();
  await new Promise(setImmediate);
});
