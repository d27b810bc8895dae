import assert from "node:assert/strict";
import test from "node:test";
import { neighbour, tilePlaces } from "../../main/webapp/resources/js/views/meeting/tile-places.js";

const DESK = { width: 1248, height: 660 };
const WALL = { width: 1888, height: 940 };
const TABLET = { width: 736, height: 880 };
const PHONE = { width: 374, height: 700 };
const AREAS = { DESK, WALL, TABLET, PHONE };

const people = (count) => Array.from({ length: count }, (_, index) => `p${index}`);
const places = (count, area, more = {}) => tilePlaces({ area, order: people(count), gap: 8, ...more });
const overlap = (a, b) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

function assertSound({ places: all }, area, what) {
  const list = [...all.values()];
  for (const { left, top, width, height } of list) {
    assert.ok(width > 0 && height > 0, `${what}: a size`);
    assert.ok(left >= 0 && top >= 0 && left + width <= area.width && top + height <= area.height, `${what}: inside`);
  }
  list.forEach((one, index) => list.slice(index + 1).forEach((other) => assert.ok(!overlap(one, other), what)));
}

for (const [name, area] of Object.entries(AREAS)) {
  test(`has every tile on one page, inside and apart, whatever is large (${name})`, () => {
    for (const count of [1, 2, 3, 5, 9, 10, 17, 26, 60]) {
      for (const large of [[], ["p0"], ["p0", "p1", "p2"].slice(0, count)]) {
        const { pages } = places(count, area, { large });
        const seen = [];
        for (let page = 0; page < pages; page += 1) {
          const on = places(count, area, { large, page });
          assertSound(on, area, `${count} people, ${large.length} large, page ${page}`);
          seen.push(...[...on.places.keys()].filter((id) => !large.includes(id)));
        }
        assert.deepEqual([...seen, ...large].sort(), people(count).sort());
      }
    }
  });
}

test("shows as many at once as the person chose, where they fit", () => {
  assert.equal(places(20, DESK, { most: 9 }).pages, 3);
  assert.equal(places(20, DESK, { most: 16 }).pages, 2);
  assert.equal(places(20, DESK, { most: 25 }).pages, 1);
  assert.equal(places(60, DESK, { most: 25 }).first.length, 25);
});

test("chooses by the window's size without a choice, and shows few at once on a phone", () => {
  const first = (area) => places(60, area).first.length;
  assert.deepEqual([first(WALL), first(DESK), first(TABLET), first(PHONE)], [25, 16, 9, 8]);
  assert.equal(places(60, PHONE, { most: 25 }).first.length, 8);
});

test("keeps all tiles of all pages of one size", () => {
  const sizes = new Set();
  for (let page = 0; page < 3; page += 1) {
    places(20, DESK, { most: 9, page }).places.forEach(({ width, height }) => sizes.add(`${width}x${height}`));
  }
  assert.equal(sizes.size, 1);
});

test("goes to the last page from beyond it", () => {
  const { page, pages } = places(20, DESK, { most: 9, page: 7 });
  assert.deepEqual([page, pages], [2, 3]);
});

test("leaves room for the buttons that turn pages only where there are pages", () => {
  const bottom = ({ places: all }) => Math.max(...[...all.values()].map(({ top, height }) => top + height));
  assert.ok(bottom(places(25, DESK, { most: 25 })) > DESK.height - 52);
  assert.ok(bottom(places(26, DESK, { most: 25 })) <= DESK.height - 52);
});

test("makes who is large larger than all others together, beside a strip or over it", () => {
  for (const area of [DESK, PHONE]) {
    const all = places(6, area, { large: ["p2"] }).places;
    const size = ({ width, height }) => width * height;
    const others = [...all].filter(([id]) => id !== "p2").reduce((sum, [, place]) => sum + size(place), 0);
    assert.ok(size(all.get("p2")) > others);
  }
  const wide = places(6, DESK, { large: ["p2"] }).places;
  assert.ok(wide.get("p0").left > wide.get("p2").left + wide.get("p2").width);
  const tall = places(6, PHONE, { large: ["p2"] }).places;
  assert.ok(tall.get("p0").top > tall.get("p2").top + tall.get("p2").height);
});

test("gives the whole area to who is large when there is nobody else", () => {
  assert.equal(places(1, DESK, { large: ["p0"] }).places.get("p0").height, DESK.height);
});

test("leaves the second of a duo to the style sheet", () => {
  const { places: all, pages } = places(2, PHONE, { duo: true });
  assert.deepEqual([[...all.keys()], pages], [["p0"], 1]);
});

test("has an answer for a stage that has no size yet", () => {
  assert.equal(places(3, { width: 0, height: 0 }).places.size, 1);
});

test("goes from tile to tile as they are seen", () => {
  const { places: all } = places(9, DESK, { most: 9 });
  assert.equal(neighbour(all, "p0", "ArrowRight"), "p1");
  assert.equal(neighbour(all, "p4", "ArrowUp"), "p1");
  assert.equal(neighbour(all, "p4", "ArrowDown"), "p7");
  assert.equal(neighbour(all, "p3", "ArrowLeft"), undefined);
  assert.equal(neighbour(all, "p4", "Enter"), undefined);
  assert.equal(neighbour(all, "nobody", "ArrowUp"), undefined);
  const strip = places(4, DESK, { large: ["p2"] }).places;
  assert.equal(neighbour(strip, "p2", "ArrowRight"), "p1");
  assert.equal(neighbour(strip, "p0", "ArrowLeft"), "p2");
});
