import assert from "node:assert/strict";
import test from "node:test";
import {
  PRIORITIES,
  allowedBitrate,
  neededBy,
  stepsOf,
  within,
} from "../../main/webapp/resources/js/meeting/picture-budget.js";

const wish = (height, role = "other") => ({ stream: `${role}${height}`, height, priority: PRIORITIES[role] });
const heights = (limit, ...wishes) => within(limit, wishes).map(({ height }) => height);

test("changes nothing where everything fits", () => {
  assert.deepEqual(heights(2_500_000, wish(360), wish(720, "speaker")), [360, 720]);
});

test("lets those give way who matter least, the largest picture first", () => {
  assert.deepEqual(heights(2_500_000, wish(720), wish(360), wish(720, "speaker")), [360, 180, 720]);
});

test("leaves out small pictures before it makes those smaller that matter more", () => {
  assert.deepEqual(heights(700_000, wish(180), wish(180), wish(360, "pinned")), [0, 0, 360]);
});

test("keeps a shared screen longest", () => {
  assert.deepEqual(heights(250_000, wish(180, "pinned"), wish(720, "screen")), [0, 180]);
});

test("keeps half of it for pictures however many people are heard", () => {
  const crowd = Array.from({ length: 30 }, () => wish(180));
  const left = heights(1_000_000, ...crowd, wish(360, "speaker"));
  assert.equal(left.at(-1), 360);
  assert.equal(left.filter((height) => height > 0).length, 1);
});

test("asks for a picture finer than any step as for the finest", () => {
  assert.deepEqual(heights(500_000, wish(2_160)), [180]);
  assert.deepEqual(heights(2_700_000, wish(2_160)), [2_160]);
});

test("knows nothing between the large picture and the small one where there are these two", () => {
  const steps = stepsOf(240);
  const left = (limit, ...wishes) => within(limit, wishes, steps).map(({ height }) => height);
  assert.deepEqual(left(1_700_000, wish(360), wish(720, "speaker")), [0, 720]);
  assert.deepEqual(left(500_000, wish(360), wish(720, "speaker")), [240, 240]);
  assert.deepEqual(left(250_000, wish(180), wish(2_160, "speaker")), [0, 240]);
  assert.equal(neededBy([wish(360), wish(180), wish(0)], steps), 1_500_000 + 150_000 + 3 * 40_000);
  assert.deepEqual(stepsOf(0), stepsOf());
});

test("bounds the own picture by the data saver and by the bandwidth", () => {
  const bitrates = [
    { dataSaver: false, bandwidth: 0 },
    { dataSaver: true, bandwidth: 0 },
    { dataSaver: true, bandwidth: 250_000 },
    { dataSaver: true, bandwidth: 1_000_000 },
  ].map(allowedBitrate);
  assert.deepEqual(bitrates, [Infinity, 500_000, 250_000, 500_000]);
});
