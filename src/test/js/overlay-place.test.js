import assert from "node:assert/strict";
import test from "node:test";
import { OverlayPlace } from "../../main/webapp/resources/js/views/meeting/overlay-place.js";

const AREA = { width: 1000, height: 600 };
const BOX = { width: 200, height: 100 };

test("begins in the lower corner, and stays there when the window changes", () => {
  const place = new OverlayPlace();
  assert.deepEqual(place.in(AREA, BOX), { left: 800, top: 500 });
  assert.deepEqual(place.in({ width: 400, height: 300 }, BOX), { left: 200, top: 200 });
});

test("is moved, as far as the area goes", () => {
  const place = new OverlayPlace();
  place.move(-300, -100, AREA, BOX);
  assert.deepEqual(place.in(AREA, BOX), { left: 500, top: 400 });
  place.move(-5_000, 5_000, AREA, BOX);
  assert.deepEqual(place.in(AREA, BOX), { left: 0, top: 500 });
});

test("comes back where it was left", () => {
  const place = new OverlayPlace();
  place.move(-400, -500, AREA, BOX);
  assert.deepEqual(new OverlayPlace(place.kept).in(AREA, BOX), { left: 400, top: 0 });
});

test("does not divide by a space that is not there, nor trust what was kept", () => {
  const place = new OverlayPlace({ across: "left", down: 7 });
  place.move(10, 10, BOX, BOX);
  assert.deepEqual(place.in(AREA, BOX), { left: 800, top: 500 });
});

test("goes from corner to corner, from the one that is nearest", () => {
  const place = new OverlayPlace({ across: 0.8, down: 0.7 });
  const corners = [1, 2, 3, 4].map(() => {
    place.turn();
    return place.in(AREA, BOX);
  });
  assert.deepEqual(corners, [
    { left: 0, top: 500 },
    { left: 0, top: 0 },
    { left: 800, top: 0 },
    { left: 800, top: 500 },
  ]);
});
