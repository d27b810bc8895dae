import assert from "node:assert/strict";
import test from "node:test";
import { PictureSize } from "../../main/webapp/resources/js/views/meeting/picture-size.js";

const WHOLE = { width: 1366, height: 767 };

test("takes a half or a quarter for the whole one that came before", () => {
  const size = new PictureSize();
  assert.deepEqual(size.take(1366, 767), WHOLE);
  assert.deepEqual(size.take(683, 383), WHOLE);
  assert.deepEqual(size.take(682, 382), WHOLE);
  assert.deepEqual(size.take(341, 191), WHOLE);
  assert.deepEqual(size.take(1366, 767), WHOLE);
});

test("follows a window that gets another size, and a picture of another shape", () => {
  const size = new PictureSize();
  size.take(1366, 767);
  assert.deepEqual(size.take(680, 383), { width: 680, height: 383 });
  assert.deepEqual(size.take(1920, 1080), { width: 1920, height: 1080 });
  assert.deepEqual(size.take(960, 500), { width: 960, height: 500 });
});

test("knows nothing of the picture before, nor of one that is not there", () => {
  const size = new PictureSize();
  size.take(1920, 1080);
  size.forget();
  assert.deepEqual(size.take(960, 540), { width: 960, height: 540 });
  assert.deepEqual(size.take(0, 0), { width: 0, height: 0 });
});
