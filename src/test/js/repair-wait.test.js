import assert from "node:assert/strict";
import test from "node:test";
import { RepairWait } from "../../main/webapp/resources/js/media/repair-wait.js";
import { settled } from "./settled.js";
import { playTime } from "./time.js";

/** A connection with a picture and a sound; `pass` lets seconds pass in which so much was lost, and stopped. */
function connection(t, wait = new RepairWait()) {
  const receivers = [{ jitterBufferTarget: null }, { jitterBufferTarget: null }];
  const picture = { type: "inbound-rtp", kind: "video", nackCount: 0, freezeCount: 0, totalFreezesDuration: 0 };
  const peer = { getReceivers: () => receivers, getStats: async () => new Map([["v", picture]]) };
  const pass = async (seconds, losses = 0, stops = 0, each = 0.3) => {
    picture.nackCount += losses;
    picture.freezeCount += stops;
    picture.totalFreezesDuration += stops * each;
    for (let second = 0; second < seconds; second += 1) {
      t.mock.timers.tick(1_000);
      await settled();
    }
    return receivers.map(({ jitterBufferTarget }) => jitterBufferTarget);
  };
  return { wait, peer, pass };
}

function watching(t) {
  playTime(t, ["setTimeout"]);
  const made = connection(t);
  made.wait.watch(made.peer);
  return made;
}

test("lets pictures and sound wait longer while they stop for what is lost, half a second at most", async (t) => {
  const { pass } = watching(t);
  assert.deepEqual(await pass(3, 5, 1), [200, 200]);
  assert.deepEqual(await pass(3, 5, 1), [350, 350]);
  assert.deepEqual(await pass(3, 5, 0), [350, 350]);
  assert.deepEqual(await pass(3, 5, 2), [500, 500]);
  assert.deepEqual(await pass(3, 5, 2), [500, 500]);
});

test("lets nothing wait for what stops without a loss, or is lost without a stop", async (t) => {
  const { pass } = watching(t);
  assert.deepEqual(await pass(3, 0, 3), [null, null]);
  assert.deepEqual(await pass(3, 9, 0), [null, null]);
});

test("lets nothing wait where a stop is longer than what waiting bridges", async (t) => {
  const { pass } = watching(t);
  assert.deepEqual(await pass(3, 3, 1, 1.8), [null, null]);
  assert.deepEqual(await pass(3, 3, 1, 0.9), [200, 200]);
});

test("lets nothing wait for a request or two, which come where nothing is lost", async (t) => {
  const { pass } = watching(t);
  assert.deepEqual(await pass(3, 2, 1), [null, null]);
  assert.deepEqual(await pass(3, 1, 1), [null, null]);
});

test("goes on waiting as long as anything is asked for again", async (t) => {
  const { pass } = watching(t);
  await pass(3, 3, 1);
  await pass(27);
  assert.deepEqual(await pass(3, 1, 0), [200, 200]);
  assert.deepEqual(await pass(27), [200, 200]);
  assert.deepEqual(await pass(3), [null, null]);
});

test("shows pictures at once again when nothing was lost for half a minute", async (t) => {
  const { pass } = watching(t);
  await pass(3, 5, 1);
  assert.deepEqual(await pass(27), [200, 200]);
  assert.deepEqual(await pass(3), [null, null]);
});

test("a connection that is made anew waits as long at once, and what it counts is its own", async (t) => {
  const { wait, pass } = watching(t);
  await pass(3, 5, 1);
  const next = connection(t, wait);
  wait.watch(next.peer);
  assert.deepEqual(await next.pass(0), [200, 200]);
  assert.deepEqual(await next.pass(3, 0, 0), [200, 200]);
  assert.deepEqual(await next.pass(3, 3, 1), [350, 350]);
});

test("what was lost and stopped while there was no path means nothing", async (t) => {
  const { wait, peer, pass } = watching(t);
  await pass(3);
  wait.stop();
  await pass(1, 20, 1);
  wait.watch(peer);
  assert.deepEqual(await pass(3), [null, null]);
  assert.deepEqual(await pass(3, 3, 1), [200, 200]);
});

test("looks no more after its end", async (t) => {
  const { wait, pass } = watching(t);
  wait.stop();
  assert.deepEqual(await pass(6, 5, 1), [null, null]);
});

test("what comes by another receiver waits as long, and not as long as what that one carried before", async (t) => {
  const { wait, peer, pass } = watching(t);
  const other = { jitterBufferTarget: 500 };
  wait.applyTo(other);
  assert.equal(other.jitterBufferTarget, null);
  await pass(3, 5, 1);
  wait.applyTo(other);
  assert.equal(other.jitterBufferTarget, 200);
  wait.stop();
  wait.applyTo(other);
  assert.equal(other.jitterBufferTarget, null);
  wait.watch(peer);
  wait.applyTo(undefined);
});
