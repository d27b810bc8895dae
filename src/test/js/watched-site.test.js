import assert from "node:assert/strict";
import test from "node:test";
import { WatchedSite } from "../../main/webapp/resources/js/signal/watched-site.js";
import { Line } from "./line.js";

const site = (seq, ...parts) => ({ type: "site", seq, parts: parts.map(([part, changes]) => ({ part, changes })) });
const changed = (seq, part, changes) => ({
  type: "site-changed",
  seq,
  changes: [{ change: "part-changed", part, changes }],
});

async function watched() {
  const line = new Line();
  const told = [];
  new WatchedSite(line).on("changed", (parts) => told.push(parts));
  line.welcome({ id: "ada" });
  line.requests[0].answer(site(7, ["people", 3], ["meetings", 0]));
  await Promise.resolve();
  return { line, told };
}

test("tells which part changed, and nothing of what the page shows already", async () => {
  const { line, told } = await watched();
  assert.deepEqual(line.requests[0].message, { type: "watch-site" });
  assert.deepEqual(told, []);
  line.emit("message", changed(8, "meetings", 1));
  assert.deepEqual(told, [["meetings"]]);
});

test("tells after a broken connection what changed meanwhile", async () => {
  const { line, told } = await watched();
  line.welcome({ id: "ada" });
  line.requests[1].answer(site(1, ["people", 9], ["meetings", 0]));
  await Promise.resolve();
  assert.deepEqual(told, [["people"]]);
});

test("asks anew when a change is missing", async () => {
  const { line, told } = await watched();
  line.emit("message", changed(10, "people", 5));
  assert.deepEqual(line.sent, [{ type: "resync", topic: "site" }]);
  line.emit("message", site(10, ["people", 5], ["meetings", 0]));
  assert.deepEqual(told, [["people"]]);
});
