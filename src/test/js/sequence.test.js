import assert from "node:assert/strict";
import test from "node:test";
import { Sequence } from "../../main/webapp/resources/js/signal/sequence.js";

function after(snapshot) {
  const sequence = new Sequence();
  sequence.snapshot(snapshot);
  return sequence;
}

test("applies changes that follow each other", () => {
  const sequence = after(17);
  assert.deepEqual([sequence.judge(18), sequence.judge(19)], ["apply", "apply"]);
});

test("drops changes that the snapshot contains already", () => {
  const sequence = after(17);
  assert.deepEqual([sequence.judge(16), sequence.judge(17), sequence.judge(18)], ["drop", "drop", "apply"]);
});

test("drops changes before the first snapshot", () => {
  assert.equal(new Sequence().judge(1), "drop");
});

test("asks only once for the snapshot that a gap needs", () => {
  const sequence = after(17);
  assert.deepEqual([sequence.judge(19), sequence.judge(20)], ["gap", "drop"]);
  sequence.snapshot(20);
  assert.equal(sequence.judge(21), "apply");
});
