import assert from "node:assert/strict";
import test from "node:test";
import { Volumes } from "../../main/webapp/resources/js/shared/volumes.js";

/** A storage that holds `kept`. */
function storage(kept) {
  return {
    kept,
    read: (key, fallback) => kept ?? fallback,
    write(key, value) {
      this.kept = value;
    },
  };
}

test("everybody is fully loud until told otherwise", () => {
  assert.deepEqual({ ...new Volumes(storage()).of("ada") }, { volume: 1, muted: false });
});

test("keeps what was set, and says so", () => {
  const store = storage();
  const volumes = new Volumes(store);
  const told = [];
  volumes.on("changed", (id) => told.push(id));
  volumes.set("ada", { volume: 0.3 });
  volumes.set("ada", { muted: true });
  assert.deepEqual({ ...new Volumes(storage(store.kept)).of("ada") }, { volume: 0.3, muted: true });
  assert.deepEqual(told, ["ada", "ada"]);
});

test("forgets whoever is as loud as everybody", () => {
  const store = storage();
  const volumes = new Volumes(store);
  volumes.set("ada", { muted: true });
  volumes.set("ada", { muted: false });
  assert.deepEqual(store.kept, {});
});

test("keeps the newest 200", () => {
  const store = storage();
  const volumes = new Volumes(store);
  for (let number = 0; number < 250; number += 1) {
    volumes.set(`p${number}`, { volume: 0.5 });
  }
  assert.equal(Object.keys(store.kept).length, 200);
  assert.ok("p249" in store.kept && !("p0" in store.kept));
});

test("survives what makes no sense", () => {
  for (const kept of [null, 7, "x", { ada: 5 }, { ada: { volume: 9, muted: "yes" } }, { ada: { volume: "loud" } }]) {
    assert.deepEqual({ ...new Volumes(storage(kept)).of("ada") }, { volume: 1, muted: false });
  }
});
