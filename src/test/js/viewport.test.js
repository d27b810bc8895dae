import assert from "node:assert/strict";
import test from "node:test";
import { Viewport } from "../../main/webapp/resources/js/views/meeting/viewport.js";

const HD = { width: 1920, height: 1080 };

/** A viewport of a 1080p screen in an area of this size. */
function viewport(width, height, density = 1) {
  const made = new Viewport();
  made.resize({ width, height }, HD, density);
  return made;
}

/** The point of the picture, in its own pixels, that is at this point of the area. */
function under({ place, magnification }, x, y, density = 1) {
  const own = magnification / density;
  return [(x - place.left) / own, (y - place.top) / own].map(Math.round);
}

test("shows the whole picture in the middle of the area", () => {
  assert.deepEqual(viewport(960, 800).place, { left: 0, top: 130, width: 960, height: 540 });
  assert.deepEqual(viewport(390, 500).place.width, 390);
  assert.equal(viewport(960, 800).movable, false);
});

test("shows one point of the picture on one of the screen", () => {
  const made = viewport(960, 540);
  made.actual();
  assert.deepEqual(made.place, { left: -480, top: -270, width: 1920, height: 1080 });
  assert.equal(made.magnification, 1);
  const dense = viewport(960, 540, 2);
  dense.actual();
  assert.deepEqual(dense.place, { left: 0, top: 0, width: 960, height: 540 });
});

test("puts the picture on whole points of the screen, or letters would blur", () => {
  const made = viewport(961, 541);
  made.actual();
  made.move(0.3, 0.7);
  for (const length of Object.values(made.place)) {
    assert.equal(length, Math.round(length));
  }
});

test("goes on fitting, and keeps 1:1, when the window changes", () => {
  const made = viewport(960, 540);
  made.resize({ width: 480, height: 270 }, HD, 1);
  assert.equal(made.place.width, 480);
  made.actual();
  made.resize({ width: 700, height: 400 }, HD, 1);
  assert.equal(made.place.width, 1920);
});

test("zooms around the point under the pointer", () => {
  const made = viewport(960, 540);
  made.actual();
  const before = under(made, 200, 100);
  made.zoom(2, { x: 200, y: 100 });
  assert.deepEqual(under(made, 200, 100), before);
  assert.equal(made.mode, "free");
});

test("goes back to fitting when zoomed out, and no further", () => {
  const made = viewport(960, 540);
  made.zoom(3);
  made.zoom(-20);
  assert.equal(made.mode, "fit");
  assert.equal(made.place.width, 960);
});

test("zooms in up to eight times", () => {
  const made = viewport(960, 540);
  made.zoom(100);
  assert.equal(made.magnification, 8);
});

test("moves no edge of the picture into the area", () => {
  const made = viewport(960, 540);
  made.actual();
  made.move(10_000, 10_000);
  assert.deepEqual([made.place.left, made.place.top], [0, 0]);
  made.move(-10_000, -10_000);
  assert.deepEqual([made.place.left, made.place.top], [960 - 1920, 540 - 1080]);
});

test("moves nothing that is shown whole", () => {
  const made = viewport(960, 800);
  made.move(50, 50);
  assert.deepEqual(made.place, { left: 0, top: 130, width: 960, height: 540 });
});

test("shows a small window of somebody at its own size at most where that was asked, and larger when fitting", () => {
  const made = new Viewport();
  made.resize({ width: 960, height: 540 }, { width: 480, height: 270 }, 1);
  assert.equal(made.place.width, 960);
  made.actual();
  assert.deepEqual(made.place, { left: 240, top: 135, width: 480, height: 270 });
});

test("takes turns between fitting and 1:1 around a point", () => {
  const made = viewport(960, 540);
  made.toggle({ x: 0, y: 0 });
  assert.deepEqual([made.mode, made.place.left, made.place.top], ["actual", 0, 0]);
  made.toggle({ x: 0, y: 0 });
  assert.equal(made.mode, "fit");
});

test("survives a picture that has no size yet", () => {
  const made = new Viewport();
  made.resize({ width: 960, height: 540 }, { width: 0, height: 0 }, 1);
  made.actual();
  made.zoom(1);
  made.move(5, 5);
  made.fit();
  assert.ok(Object.values(made.place).every(Number.isFinite));
});
