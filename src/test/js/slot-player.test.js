import assert from "node:assert/strict";
import test from "node:test";
import { connected, member, trackOf } from "./receivers.js";
import { settled } from "./settled.js";

const awaitedSince = ({ players }, id) => players.find((one) => one.member === id).player.awaitedSince;

test("tells since when a picture was waited for: since the start, or since it was asked for", async (t) => {
  const { audience: made, receiving, peer } = await connected(t, [member("bob")]);
  const wishes = { cleos: { height: 0, priority: 0 } };
  receiving.follow((name) => wishes[name]);
  made.update([member("bob"), member("cleo")]);
  await settled();
  t.mock.timers.tick(500);
  assert.equal(awaitedSince(made, "bob"), undefined);
  peer.receivers[0].track.dispatchEvent(new Event("unmute"));
  assert.equal(awaitedSince(made, "bob"), 0);
  t.mock.timers.tick(59_500);
  wishes.cleos = { height: 180, priority: 0 };
  receiving.update();
  await settled();
  t.mock.timers.tick(300);
  peer.receivers[1].track.dispatchEvent(new Event("unmute"));
  assert.equal(awaitedSince(made, "cleo"), 60_000);
});

test("tells of a first picture once, and not when the connection is made anew", async (t) => {
  const { audience: made, made: connections, peer } = await connected(t, [member("bob")]);
  peer.receivers[0].track.dispatchEvent(new Event("unmute"));
  assert.equal(awaitedSince(made, "bob"), 0);
  made.restartAll();
  await settled();
  connections[1].become("connected");
  await settled();
  connections[1].receivers[0].track.dispatchEvent(new Event("unmute"));
  assert.equal(awaitedSince(made, "bob"), undefined);
});

/** In the slot that Bob had, Cleo is, whose camera is off; `looks()` is how often it was looked for her picture. */
async function dark(t) {
  const made = await connected(t, [member("bob")], { pictures: 1 });
  const [receiver] = Object.values(made.peer.receivers);
  receiver.counted = { keyFramesDecoded: 3 };
  made.audience.update([]);
  await settled();
  let looks = 0;
  const { getStats } = receiver;
  receiver.getStats = () => {
    looks += 1;
    return getStats();
  };
  made.audience.update([member("cleo")]);
  await settled();
  made.pass = async (milliseconds) => {
    const before = looks;
    for (let passed = 0; passed < milliseconds; passed += 100) {
      t.mock.timers.tick(100);
      await settled();
    }
    return looks - before;
  };
  return { ...made, receiver };
}

test("looks ever less often for a picture that does not come", async (t) => {
  const { pass } = await dark(t);
  assert.ok((await pass(1_000)) >= 9);
  await pass(30_000);
  assert.ok((await pass(20_000)) <= 40);
});

test("looks at once when something is told of whoever sends it", async (t) => {
  const { audience, pass, receiver, shows } = await dark(t);
  await pass(30_000);
  audience.update([member("cleo")]);
  await settled();
  receiver.counted = { keyFramesDecoded: 4 };
  await pass(200);
  assert.equal(trackOf(shows("cleo"), "video"), receiver.track);
});
