import assert from "node:assert/strict";
import test from "node:test";
import { gridLayout } from "../../main/webapp/resources/js/views/meeting/grid-layout.js";

const DESKTOP = { width: 1248, height: 660 };
const PHONE = { width: 374, height: 720 };
const COUNTS = Array.from({ length: 25 }, (_, index) => index + 1);

function fits({ columns, rows, width, height }, area, gap) {
  return columns * width + (columns - 1) * gap <= area.width && rows * height + (rows - 1) * gap <= area.height;
}

for (const [name, area] of [
  ["desktop", DESKTOP],
  ["phone", PHONE],
]) {
  test(`has room for 1 to 25 people on a ${name}, all inside`, () => {
    for (const count of COUNTS) {
      const layout = gridLayout(count, area, 8);
      assert.ok(layout.columns * layout.rows >= count, `${count} people`);
      assert.ok(fits(layout, area, 8), `${count} people: ${JSON.stringify(layout)}`);
    }
  });

  test(`uses more than half of a ${name}'s stage from 1 to 25 people`, () => {
    for (const count of COUNTS) {
      const { width, height } = gridLayout(count, area, 8);
      const used = (count * width * height) / (area.width * area.height);
      assert.ok(used > 0.5, `${count} people: ${used}`);
    }
  });
}

test("puts two people side by side on a desktop and above each other on a phone", () => {
  assert.equal(gridLayout(2, DESKTOP, 8).columns, 2);
  assert.equal(gridLayout(2, PHONE, 8).columns, 1);
});

test("never makes a tile wider than 16:9 nor, in a landscape window, narrower than 4:3", () => {
  for (const count of COUNTS) {
    const { width, height } = gridLayout(count, DESKTOP, 8);
    assert.ok(width / height < 1.79 && width / height > 1.32, `${count} people: ${width}x${height}`);
  }
});

test("answers a size of nothing for a stage that has none yet", () => {
  assert.deepEqual(gridLayout(3, { width: 0, height: 0 }, 8), { columns: 1, rows: 3, width: 0, height: 0 });
});
