import assert from "node:assert/strict";
import test from "node:test";
import { Layout } from "../../main/webapp/resources/js/shared/layout.js";
import { storage } from "./devices.js";

test("keeps how somebody wants to see the others, but not whom they pinned", () => {
  const kept = storage();
  const layout = new Layout(kept);
  const told = [];
  layout.on("changed", () => told.push(layout.values.view));
  layout.update({ view: "speaker", most: 25 });
  layout.update({ self: false });
  layout.togglePin("bob");
  assert.equal(told.length, 3);
  const next = new Layout(kept);
  assert.deepEqual(next.values, { view: "speaker", most: 25, self: false });
  assert.deepEqual(next.pinned, []);
});

test("pins several people in their order, and each until it is pressed again", () => {
  const layout = new Layout(storage());
  ["bob", "ada", "cleo", "ada"].forEach((id) => layout.togglePin(id));
  assert.deepEqual(layout.pinned, ["bob", "cleo"]);
});

test("takes nothing from the storage that makes no sense", () => {
  for (const kept of [null, 3, "grid", { view: "cube", most: 7, self: "no" }]) {
    const { values } = new Layout(storage({ "plenum.layout": kept }));
    assert.deepEqual(values, { view: "grid", most: 0, self: true });
  }
});
