import assert from "node:assert/strict";
import test from "node:test";
import { lookOf } from "../../main/webapp/resources/js/meeting/member-look.js";
import { withShortage } from "../../main/webapp/resources/js/meeting/shortages.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";
import {
  pictureWords,
  shortOf,
  stateWords,
  voiceWords,
} from "../../main/webapp/resources/js/views/meeting/member-words.js";

const ALL = { camera: true, microphone: true, muted: false, cameraOff: false };
const CAMERA = { name: "c", source: "camera", audio: true, video: true, codec: "VP8" };

const bob = (more = {}) => ({ id: "bob", name: "Bob", connected: true, devices: ALL, streams: [CAMERA], ...more });
const gate = (streams) => ({
  id: "gate",
  name: "Gate",
  kind: "device",
  connected: true,
  devices: { microphone: true },
  streams,
});

/** How `member` looks in a meeting whose parts are `meeting`; `own` says that it is the own person. */
function look(member, { own = false, speaking = [], stage = {}, ...meeting } = {}) {
  loadTexts({}, "en");
  return lookOf(
    member,
    {
      room: { codecs: ["VP8"], you: own ? member.id : "me", speaking: new Set(speaking), stage },
      devices: ALL,
      audience: { isWatched: () => true, stateOf: () => "connected", undecodableOf: () => undefined },
      capture: { camera: {} },
      lostVoices: new Set(),
      publisher: { state: "connected" },
      wanted: { heldBack: () => undefined },
      shortageOf: () => undefined,
      ...meeting,
    },
    { speaking: speaking.includes("me") },
  );
}

test("shows a person who is seen and heard", () => {
  const shown = look(bob());
  assert.deepEqual(
    [shown.showsVideo, shown.silent, shown.dark, shown.speaking, shown.own],
    [true, false, false, false, false],
  );
  assert.equal(pictureWords(shown), "");
  assert.equal(stateWords(shown), "participant.heard · participant.seen");
});

test("tells what is off from what is not there", () => {
  const off = look(bob({ devices: { ...ALL, muted: true, cameraOff: true } }));
  assert.deepEqual(
    [off.microphone, off.camera, off.silent, off.dark, off.showsVideo],
    ["off", "off", true, true, false],
  );
  assert.equal(pictureWords(off), "tile.cameraOff");
  assert.equal(stateWords(off), "participant.muted · participant.cameraOff");
  const none = look(bob({ devices: {}, streams: [] }));
  assert.deepEqual([none.microphone, none.camera, none.silent, none.dark], ["none", "none", true, true]);
  assert.equal(pictureWords(none), "tile.noDevices");
  assert.equal(pictureWords(look(bob({ devices: { microphone: true } }))), "tile.noCamera");
});

test("knows of the own devices, picture and voice before the server tells", () => {
  const before = bob({ id: "me", streams: [], devices: {} });
  const shown = look(before, { own: true, speaking: ["me"] });
  assert.deepEqual([shown.own, shown.microphone, shown.showsVideo, shown.speaking], [true, "on", true, true]);
  const muted = look(before, { own: true, speaking: ["me"], devices: { ...ALL, muted: true } });
  assert.deepEqual([muted.silent, muted.speaking], [true, false]);
  assert.equal(look(before, { own: true, capture: {} }).showsVideo, false);
  assert.equal(pictureWords(look(before, { own: true, publisher: { state: "retrying" } })), "tile.notSending");
});

test("lets nobody speak whom the others cannot hear", () => {
  assert.equal(look(bob(), { speaking: ["bob"] }).speaking, true);
  assert.equal(look(bob({ devices: { ...ALL, muted: true } }), { speaking: ["bob"] }).speaking, false);
  assert.equal(voiceWords(look(bob(), { speaking: ["bob"] })), "participant.speaking");
});

test("lets nobody speak whose stream is off air or whose microphone is held back", () => {
  assert.equal(look(bob({ streams: [] }), { speaking: ["bob"] }).speaking, false);
  const blocked = look(bob({ devices: { ...ALL, microphoneBlocked: true } }), { speaking: ["bob"] });
  assert.deepEqual([blocked.speaking, blocked.silent, blocked.microphone], [false, true, "blocked"]);
  assert.equal(voiceWords(blocked), "participant.microphoneBlocked");
  assert.equal(pictureWords(blocked), "tile.microphoneBlocked");
});

test("takes nobody for a speaker whose voice does not arrive", () => {
  assert.equal(look(bob(), { speaking: ["bob"], lostVoices: new Set(["bob"]) }).speaking, false);
});

test("says that a camera is held back, and shows no black picture", () => {
  const blocked = look(bob({ devices: { ...ALL, cameraBlocked: true } }));
  assert.deepEqual([blocked.camera, blocked.showsVideo], ["blocked", false]);
  assert.equal(pictureWords(blocked), "tile.cameraBlocked");
  assert.equal(stateWords(blocked), "participant.heard · participant.cameraBlocked");
});

test("shows no picture of whom the person does not watch", () => {
  const shown = look(bob(), {
    audience: { isWatched: () => false, stateOf: () => "closed", undecodableOf: () => undefined },
  });
  assert.deepEqual([shown.watched, shown.showsVideo], [false, false]);
  assert.equal(pictureWords(shown), "tile.notWatching");
  assert.equal(stateWords(shown), "tile.notWatching · participant.heard · participant.seen");
});

test("says first of all that somebody is about to come back", () => {
  const shown = look(bob({ connected: false, devices: {} }));
  assert.deepEqual(
    [pictureWords, stateWords, voiceWords].map((words) => words(shown)),
    Array(3).fill("tile.reconnecting"),
  );
});

test("says that media do not arrive", () => {
  const shown = look(bob(), {
    audience: { isWatched: () => true, stateOf: () => "retrying", undecodableOf: () => undefined },
  });
  assert.equal(pictureWords(shown), "tile.noMedia");
});

test("says what helps with a picture that the browser cannot show", () => {
  const audience = { isWatched: () => true, stateOf: () => "retrying", undecodableOf: () => "H264" };
  const person = look(bob(), { audience });
  assert.deepEqual([person.showsVideo, person.elsewhere], [false, ""]);
  assert.equal(pictureWords(person), "tile.undecodable.asked");
  assert.equal(stateWords(person), "participant.undecodable · participant.heard · participant.seen");
  assert.equal(pictureWords(look(gate([{ ...CAMERA, source: "device" }]), { audience })), "tile.undecodable.device");
  assert.equal(pictureWords({ ...person, decodable: [] }), "tile.undecodable");
});

test("shows a device, which nobody mutes or switches off", () => {
  const shown = look(gate([{ ...CAMERA, source: "device" }]));
  assert.deepEqual([shown.device, shown.silent, shown.dark, shown.showsVideo], [true, false, false, true]);
  assert.equal(stateWords(shown), "participant.deviceHeard");
  const heard = look(gate([{ ...CAMERA, source: "device", video: false }]));
  assert.equal(pictureWords(heard), "tile.soundOnly");
  assert.equal(pictureWords(look(gate([{ ...CAMERA, source: "device", codec: "H265" }]))), "tile.h265");
});

test("says whose screen is on the stage, and whom the person does not want to hear", () => {
  const shown = look(bob(), { stage: { member: "bob", onAir: true } });
  assert.equal(
    voiceWords({ ...shown, volume: { muted: true } }),
    "talker.sharing · participant.heard · talker.mutedForMe",
  );
  assert.equal(look(bob(), { stage: { member: "bob", onAir: false } }).sharing, false);
});

test("says that a limit holds a picture back, and shows none", () => {
  const limited = look(bob(), { wanted: { heldBack: () => "bandwidth" } });
  assert.deepEqual([limited.showsVideo, pictureWords(limited)], [false, "tile.heldBack"]);
  const soundOnly = look(bob(), { wanted: { heldBack: () => "soundOnly" } });
  assert.deepEqual([soundOnly.showsVideo, pictureWords(soundOnly)], [false, ""]);
});

test("says whose line is too narrow, over the last picture that came", () => {
  const missing = (cause) => look(bob(), { shortageOf: () => ({ shown: false, cause }) });
  assert.deepEqual([missing("budget").showsVideo, pictureWords(missing("budget"))], [true, "tile.short.budget"]);
  assert.deepEqual([shortOf(missing("link")), pictureWords(missing("link"))], ["none", "tile.short.link"]);
});

test("shows the face of whom no picture is played, and says why", () => {
  const ended = look(bob(), { shortageOf: () => ({ shown: false, cause: "link", ended: true }) });
  assert.deepEqual([ended.showsVideo, pictureWords(ended)], [false, "tile.short.link"]);
});

test("says nothing over a picture that is only smaller, or switched off", () => {
  const smaller = look(bob(), { shortageOf: () => ({ shown: true, cause: "budget" }) });
  assert.deepEqual([shortOf(smaller), pictureWords(smaller), smaller.shortage.shown], ["", "", true]);
  const off = look(bob({ devices: { ...ALL, cameraOff: true } }), { shortageOf: () => ({ shown: false }) });
  assert.deepEqual([off.shortage, pictureWords(off)], [undefined, "tile.cameraOff"]);
});

test("takes what is short for worse than what is measured, unless that is worse still", () => {
  const none = { shown: false, cause: "link" };
  const smaller = { shown: true, cause: "link" };
  assert.deepEqual(withShortage({ level: 3 }, none), { level: 1, shortage: none });
  assert.deepEqual(withShortage(undefined, smaller), { level: 2, shortage: smaller });
  assert.deepEqual(withShortage({ level: 1, cause: "loss" }, smaller), { level: 1, cause: "loss" });
  assert.deepEqual(withShortage({ level: 0 }, none), { level: 0 });
  assert.deepEqual(withShortage({ level: 3 }, undefined), { level: 3 });
});
