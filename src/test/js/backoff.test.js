import assert from "node:assert/strict";
import test from "node:test";
import { Backoff } from "../../main/webapp/resources/js/shared/backoff.js";

const pauses = (backoff, count) => Array.from({ length: count }, () => backoff.next());

test("doubles each pause up to the longest one", () => {
  assert.deepEqual(pauses(new Backoff({ random: () => 0.5 }), 7), [250, 500, 1000, 2000, 4000, 8000, 8000]);
});

test("jitters each pause by at most half of it", () => {
  assert.deepEqual(pauses(new Backoff({ random: () => 0 }), 2), [125, 250]);
  assert.deepEqual(pauses(new Backoff({ random: () => 0.999999 }), 2), [375, 750]);
});

test("starts again from the first pause after a success", () => {
  const backoff = new Backoff({ random: () => 0.5 });
  pauses(backoff, 4);
  backoff.reset();
  assert.equal(backoff.next(), 250);
});
