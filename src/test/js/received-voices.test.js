import assert from "node:assert/strict";
import test from "node:test";
import { ReceivedVoices } from "../../main/webapp/resources/js/media/received-voices.js";

/**
 * Somebody whose voice arrives: `say(meanSquare, seconds)` lets so much more arrive; for `miss(seconds)` nothing does,
 * while the browser plays on.
 */
function talker(member, slot = "main") {
  const totals = { type: "inbound-rtp", totalAudioEnergy: 0, totalSamplesDuration: 0, packetsReceived: 0 };
  const made = { member, slot, looks: 0 };
  const getStats = async () => {
    made.looks += 1;
    return new Map([
      ["x", { type: "codec" }],
      ["r", { ...totals }],
    ]);
  };
  made.player = {
    peer: { getReceivers: () => [{ track: { kind: "video" } }, { track: { kind: "audio" }, getStats }] },
  };
  made.say = (meanSquare, seconds) => {
    totals.totalAudioEnergy += meanSquare * seconds;
    totals.totalSamplesDuration += seconds;
    totals.packetsReceived += 50 * seconds;
  };
  made.miss = (seconds) => (totals.totalSamplesDuration += seconds);
  return made;
}

/** Looks so many times. */
async function look(voices, times = 1) {
  for (let time = 0; time < times; time += 1) {
    await voices.look();
  }
}

test("tells how loud a voice arrived between two looks", async () => {
  const ada = talker("ada");
  const voices = new ReceivedVoices(
    () => [ada],
    () => new Set(["ada"]),
  );
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
  ada.say(0.01, 0.2);
  await look(voices);
  assert.ok(Math.abs(voices.levelOf("ada") - 2 / 3) < 0.01, String(voices.levelOf("ada")));
  ada.say(0, 0.2);
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
});

test("tells that a voice arrives though the person has muted it, for Chromium's levels follow the volume", async () => {
  const ada = talker("ada");
  const voices = new ReceivedVoices(
    () => [ada],
    () => new Set(["ada"]),
  );
  await look(voices);
  ada.say(0, 0.2);
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
  assert.equal(voices.arrives("ada"), true);
  ada.miss(0.2);
  await look(voices);
  assert.equal(voices.arrives("ada"), false);
  assert.equal(voices.arrives("bob"), false);
});

test("is silent when nothing arrives although somebody is said to speak", async () => {
  const ada = talker("ada");
  const voices = new ReceivedVoices(
    () => [ada],
    () => new Set(["ada"]),
  );
  await look(voices, 3);
  assert.equal(voices.levelOf("ada"), 0);
});

test("looks rarely at those who are silent", async () => {
  const [ada, bob] = [talker("ada"), talker("bob")];
  const voices = new ReceivedVoices(
    () => [ada, bob],
    () => new Set(["ada"]),
  );
  await look(voices, 20);
  assert.deepEqual([ada.looks, bob.looks], [20, 4]);
});

test("starts counting anew with a new connection", async () => {
  const ada = talker("ada");
  let players = [ada];
  const voices = new ReceivedVoices(
    () => players,
    () => new Set(["ada"]),
  );
  ada.say(0.5, 100);
  await look(voices, 2);
  const again = talker("ada");
  players = [again];
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
  again.say(0.01, 0.2);
  await look(voices);
  assert.ok(voices.levelOf("ada") > 0.6);
});

test("does not take a screen's sound for its owner's voice, and forgets whoever left", async () => {
  const screen = talker("ada", "screen");
  const ada = talker("ada");
  let players = [screen, ada];
  const voices = new ReceivedVoices(
    () => players,
    () => new Set(["ada"]),
  );
  await look(voices);
  ada.say(0.01, 0.2);
  await look(voices);
  assert.equal(screen.looks, 0);
  players = [];
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
});

test("survives a connection that is closed while it is asked", async () => {
  const peer = {
    getReceivers: () => [{ track: { kind: "audio" }, getStats: () => Promise.reject(new Error("closed")) }],
  };
  const voices = new ReceivedVoices(
    () => [{ member: "ada", slot: "main", player: { peer } }],
    () => new Set(["ada"]),
  );
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
});

test("hears nobody who has no sound any more, though others have", async () => {
  const ada = talker("ada");
  const voices = new ReceivedVoices(
    () => [ada],
    () => new Set(["ada"]),
  );
  await look(voices);
  ada.say(0.1, 0.2);
  await look(voices);
  assert.ok(voices.levelOf("ada") > 0);
  ada.player.peer.getReceivers = () => [];
  await look(voices);
  assert.equal(voices.levelOf("ada"), 0);
});
