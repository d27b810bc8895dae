import assert from "node:assert/strict";
import test from "node:test";
import { connected, member } from "./receivers.js";
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
