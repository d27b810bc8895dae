import assert from "node:assert/strict";
import test from "node:test";
import { adjust, encodingsOf } from "../../main/webapp/resources/js/media/encodings.js";
import { RESOLUTIONS } from "../../main/webapp/resources/js/media/resolutions.js";

const active = (encodings) => encodings.map((encoding) => encoding.active ?? true);

test("lists the sizes from the largest on, each with its part of the bits", () => {
  const encodings = encodingsOf(3, 1_500_000);
  assert.deepEqual(
    encodings.map(({ rid, scaleResolutionDownBy, maxBitrate }) => [rid, scaleResolutionDownBy, maxBitrate]),
    [
      ["h", 1, 1_500_000],
      ["m", 2, 500_000],
      ["l", 4, 150_000],
    ],
  );
  assert.equal("maxFramerate" in encodings[0], false);
});

test("sends a camera of 1080 lines in 1080, 540 and 270", () => {
  const resolution = RESOLUTIONS.get(1080);
  assert.deepEqual(
    encodingsOf(3, resolution.maxBitrate).map(({ rid, scaleResolutionDownBy, maxBitrate }) => [
      rid,
      resolution.height / scaleResolutionDownBy,
      maxBitrate,
    ]),
    [
      ["h", 1080, 2_500_000],
      ["m", 540, 833_333],
      ["l", 270, 250_000],
    ],
  );
});

test("names nothing where there is one size", () => {
  assert.deepEqual(encodingsOf(1, 500_000, 10), [{ maxBitrate: 500_000, maxFramerate: 10 }]);
});

test("switches off what nobody needs, and on again", () => {
  const encodings = encodingsOf(3, 1_500_000);
  assert.equal(adjust(encodings, 1_500_000, undefined), false);
  assert.equal(adjust(encodings, 1_500_000, ["l"]), true);
  assert.deepEqual(active(encodings), [false, false, true]);
  assert.equal(adjust(encodings, 1_500_000, ["l"]), false);
  adjust(encodings, 600_000, ["h", "l"]);
  assert.deepEqual(active(encodings), [true, false, true]);
  assert.deepEqual(
    encodings.map(({ maxBitrate }) => maxBitrate),
    [600_000, 200_000, 60_000],
  );
});

test("keeps to a limit for all sizes together, of those that are sent", () => {
  const bits = (encodings) => encodings.map(({ maxBitrate }) => maxBitrate);
  const encodings = encodingsOf(3, 1_500_000, undefined, 430_000);
  assert.deepEqual(bits(encodings), [300_000, 100_000, 30_000]);
  assert.equal(adjust(encodings, 1_500_000, undefined, 430_000), false);
  adjust(encodings, 1_500_000, ["h"], 430_000);
  assert.equal(encodings[0].maxBitrate, 430_000);
  adjust(encodings, 300_000, undefined, 4_300_000);
  assert.deepEqual(bits(encodings), [300_000, 100_000, 30_000]);
  assert.deepEqual(bits(encodingsOf(1, 500_000, undefined, 250_000)), [250_000]);
});

test("never switches everything off for names that it does not have", () => {
  const encodings = encodingsOf(1, 500_000);
  assert.equal(adjust(encodings, 500_000, ["h"]), false);
  assert.equal(encodings[0].active, undefined);
});
