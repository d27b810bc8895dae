import assert from "node:assert/strict";
import test from "node:test";
import { LinkCapacity } from "../../main/webapp/resources/js/meeting/link-capacity.js";

/** Looks every two seconds at a link by which so much comes, of 4 Mbit/s that are needed. */
function link() {
  const capacity = new LinkCapacity();
  const look = (suffers, received = 1_000_000, looks = 2) =>
    capacity.take({ suffers, received, needed: 4_000_000, milliseconds: 2_000, looks });
  const bad = (...more) => [1, 2].forEach(() => look(true, ...more));
  /** After so many seconds without trouble more was tried. */
  const well = () => {
    const before = capacity.limit;
    let seconds = 0;
    while (capacity.limit === before && seconds < 1_000) {
      look(false);
      seconds += 2;
    }
    return seconds;
  };
  return { capacity, look, bad, well };
}

test("carries everything until it suffers twice in a row", () => {
  const { capacity, look } = link();
  [true, false, true, false].forEach((suffers) => look(suffers));
  assert.equal(capacity.limit, Infinity);
  look(true);
  look(true);
  assert.equal(capacity.limit, 850_000);
});

test("waits for others to help where they do first", () => {
  const { capacity, look } = link();
  [1, 2, 3, 4].forEach(() => look(true, 1_000_000, 5));
  assert.equal(capacity.limit, Infinity);
  look(true, 1_000_000, 5);
  assert.equal(capacity.limit, 850_000);
});

test("carries ever less while it suffers, and never nothing", () => {
  const { capacity, bad } = link();
  bad();
  bad(2_000_000);
  assert.equal(capacity.limit, 722_500);
  bad(0);
  assert.equal(capacity.limit, 50_000);
});

test("tries more when it went well, up to everything", () => {
  const { capacity, bad, well } = link();
  bad();
  assert.equal(well(), 10);
  assert.equal(capacity.limit, 2_550_000);
  assert.equal(well(), 10);
  assert.equal(capacity.limit, Infinity);
});

test("tries what failed later and later, until everything lasts", () => {
  const { bad, well, look } = link();
  bad();
  const waited = [1, 2, 3, 4, 5].map(() => {
    const seconds = well();
    bad();
    return seconds;
  });
  assert.deepEqual(waited, [10, 20, 40, 80, 80]);
  well();
  well();
  for (let seconds = 0; seconds < 80; seconds += 2) {
    look(false);
  }
  bad();
  assert.equal(well(), 10);
});
