import assert from "node:assert/strict";
import test from "node:test";
import { Choices, NONE } from "../../main/webapp/resources/js/media/choices.js";
import { preferred } from "../../main/webapp/resources/js/media/codecs.js";
import { constraintsFor, wantedOf } from "../../main/webapp/resources/js/media/constraints.js";
import { failureOf } from "../../main/webapp/resources/js/media/failures.js";
import { levelOf } from "../../main/webapp/resources/js/media/level-meter.js";
import { shapeOf } from "../../main/webapp/resources/js/media/player.js";
import { maxBitrate, resolutionsOf } from "../../main/webapp/resources/js/media/resolutions.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { testSound } from "../../main/webapp/resources/js/media/test-sound.js";

/** A store that begins with `kept` under every key. */
function storeWith(kept) {
  return {
    kept,
    read: (key, fallback) => kept ?? fallback,
    write(key, value) {
      this.kept = value;
    },
  };
}

test("tells apart who refused a device", () => {
  const error = (message) => new DOMException(message, "NotAllowedError");
  assert.equal(failureOf(error("Permission denied")), "denied");
  assert.equal(failureOf(error("Permission denied by system")), "denied-by-system");
  assert.equal(failureOf(error("Permission dismissed")), "dismissed");
});

test("names every other failure of a device", () => {
  const names = ["NotFoundError", "NotReadableError", "AbortError", "OverconstrainedError", "TypeError"];
  const failures = names.map((name) => failureOf(new DOMException("", name)));
  assert.deepEqual(failures, ["not-found", "busy", "busy", "unsuitable", "unknown"]);
});

test("offers what the media node passes first, and keeps what is no codec of its own", () => {
  const offered = ["video/AV1", "video/rtx", "video/VP9", "video/H264", "video/VP8"].map((mimeType) => ({ mimeType }));
  const order = (...names) => preferred(offered, names).map((codec) => codec.mimeType.slice("video/".length));
  assert.deepEqual(order("VP8", "H264", "VP9", "AV1"), ["VP8", "H264", "VP9", "AV1", "rtx"]);
  assert.deepEqual(order("H264", "AV1"), ["H264", "AV1", "rtx", "VP9", "VP8"]);
});

test("asks for the chosen resolution and device as ideals, so that a poorer camera still works", () => {
  const { video, audio } = constraintsFor(["camera"], { camera: "c1", resolution: 360 });
  assert.deepEqual(video.width, { ideal: 640 });
  assert.deepEqual(video.deviceId, { ideal: "c1" });
  assert.equal(audio, undefined);
});

test("asks a camera for no more frames than the site permits", (t) => {
  const before = settings.camera;
  t.after(() => (settings.camera = before));
  const rate = () => constraintsFor(["camera"], { resolution: 360 }).video.frameRate;
  assert.deepEqual(rate(), { ideal: 30, max: 30 });
  settings.camera = { ...before, frameRate: 10 };
  assert.deepEqual(rate(), { ideal: 10, max: 10 });
});

test("asks for what the choices want only", () => {
  assert.deepEqual(wantedOf(["camera", "microphone"], { camera: NONE, microphone: "m1" }), ["microphone"]);
});

test("bounds the bitrate by the resolution", () => {
  assert.deepEqual([180, 360, 720, 1080].map(maxBitrate), [150_000, 500_000, 1_500_000, 2_500_000]);
});

test("offers the resolutions that the site permits, each within its bitrate", () => {
  const permitted = resolutionsOf({ resolution: 360, bitrate: 200_000 });
  assert.deepEqual(
    [...permitted].map(([height, { maxBitrate: most }]) => [height, most]),
    [
      [180, 150_000],
      [360, 200_000],
    ],
  );
});

test("keeps choices and says which ones changed", () => {
  const store = storeWith(undefined);
  const choices = new Choices(store);
  const told = [];
  choices.on("changed", (names) => told.push(names));
  choices.update({ camera: NONE, resolution: 720 });
  assert.deepEqual(told, [["camera"]]);
  assert.equal(store.kept.camera, NONE);
  assert.equal(choices.wantsCamera, false);
});

test("survives kept choices that make no sense", () => {
  for (const kept of [null, 5, { resolution: 99, echoCancellation: "yes", camera: {} }]) {
    const { values } = new Choices(storeWith(kept));
    assert.equal(values.resolution, 720);
    assert.equal(values.echoCancellation, true);
    assert.equal(values.camera, "");
  }
});

test("shows silence as 0 and the loudest tone as 1", () => {
  assert.equal(levelOf(new Float32Array(512)), 0);
  assert.equal(levelOf(new Float32Array(512).fill(1)), 1);
  const quiet = levelOf(new Float32Array(512).fill(0.01));
  assert.ok(quiet > 0.2 && quiet < 0.5, String(quiet));
});

test("needs a new offer when tracks or codec of a stream differ", () => {
  const before = shapeOf({ audio: true, video: true, codec: "VP8" });
  assert.equal(shapeOf({ audio: true, video: true, codec: "VP8", name: "other" }), before);
  assert.notEqual(shapeOf({ audio: true, video: false }), before);
  assert.notEqual(shapeOf({ audio: true, video: true, codec: "H264" }), before);
});

test("makes the test sound as a WAV file that is not silent and does not clip", async () => {
  const bytes = new DataView(await testSound().arrayBuffer());
  assert.equal(bytes.getUint32(0), 0x52494646);
  assert.equal(bytes.getUint32(40, true), bytes.byteLength - 44);
  let loudest = 0;
  for (let offset = 44; offset < bytes.byteLength; offset += 2) {
    loudest = Math.max(loudest, Math.abs(bytes.getInt16(offset, true)));
  }
  assert.ok(loudest > 4_000 && loudest < 32_767, String(loudest));
});
