import assert from "node:assert/strict";
import test from "node:test";
import { Choices } from "../../main/webapp/resources/js/media/choices.js";
import { storage } from "./devices.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { joined, stream } from "./meetings.js";
import { settled } from "./settled.js";

test("sends no more than the person's bandwidth, and as before without it", async (t) => {
  const { choices, publishing } = await joined(t);
  const { video } = publishing.senders;
  const before = video.getParameters().encodings[0].maxBitrate;
  choices.update({ bandwidth: 250_000 });
  await settled();
  assert.equal(video.parameters.encodings[0].maxBitrate, 250_000);
  choices.update({ bandwidth: 0, dataSaver: true });
  await settled();
  assert.equal(video.parameters.encodings[0].maxBitrate, 500_000);
  assert.ok(before > 500_000);
});

test("sends no more than that in all sizes together", async (t) => {
  settings.camera.layers = 3;
  t.after(() => (settings.camera.layers = 1));
  const { choices, publishing } = await joined(t);
  choices.update({ bandwidth: 500_000 });
  await settled();
  const sum = publishing.senders.video.parameters.encodings.reduce((bits, { maxBitrate }) => bits + maxBitrate, 0);
  assert.ok(Math.abs(sum - 500_000) < 3, String(sum));
});

test("wants no picture while the person wants sound only", async (t) => {
  const { choices, meeting, server, tick } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  const told = [];
  meeting.wanted.on("changed", (wishes) => told.push(...wishes.map(({ height }) => height)));
  meeting.wanted.show([{ stream: "bobs", height: 360, role: "other" }]);
  await tick(100);
  choices.update({ soundOnly: true });
  await tick(100);
  assert.deepEqual(told, [360, 0]);
});

test("holds no picture back where each stream comes by a connection of its own", async (t) => {
  const { choices, meeting, server, tick } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  meeting.wanted.show([{ stream: "bobs", height: 360, role: "other" }]);
  choices.update({ soundOnly: true });
  await tick(100);
  assert.deepEqual([meeting.wanted.heldBack("bobs"), meeting.wanted.all], [undefined, []]);
});

test("knows the limits that were chosen before, and no others", () => {
  const kept = (values) => new Choices(storage({ "plenum.devices": values })).values;
  assert.equal(kept({ bandwidth: 500_000 }).bandwidth, 500_000);
  assert.equal(kept({ bandwidth: 3 }).bandwidth, 0);
  assert.equal(kept({ bandwidth: "much" }).bandwidth, 0);
});
