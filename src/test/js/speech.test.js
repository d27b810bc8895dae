import assert from "node:assert/strict";
import test from "node:test";
import { levelOf, levelOfPower } from "../../main/webapp/resources/js/media/level-meter.js";
import { SpeechDetector } from "../../main/webapp/resources/js/media/speech-detector.js";
import { Voice } from "../../main/webapp/resources/js/media/voice.js";
import { SpeakingReport } from "../../main/webapp/resources/js/signal/speaking-report.js";

const BLOCK = 40;
const SPEECH = 0.6;
const SILENCE = 0.05;

/** Somebody who hears sounds of so many milliseconds, one after the other; `changes` are [milliseconds, speaking]. */
function listener() {
  const detector = new SpeechDetector();
  const changes = [];
  let now = 0;
  const hear = (milliseconds, level) => {
    for (const end = now + milliseconds; now < end; now += BLOCK) {
      const before = detector.speaking;
      const after = detector.hear(typeof level === "function" ? level(now) : level, now);
      if (before !== after) {
        changes.push([now, after]);
      }
    }
  };
  return { detector, changes, hear };
}

test("hears speech within 120 ms", () => {
  const { changes, hear } = listener();
  hear(1_000, SILENCE);
  hear(400, SPEECH);
  assert.deepEqual(
    changes.map(([, speaking]) => speaking),
    [true],
  );
  assert.ok(changes[0][0] - 1_000 <= 120, String(changes[0][0]));
});

test("takes a knock for no speech", () => {
  const { changes, hear } = listener();
  hear(1_000, SILENCE);
  hear(BLOCK, 0.9);
  hear(1_000, SILENCE);
  assert.deepEqual(changes, []);
});

test("bridges the pauses between words, and ends soon after the last one", () => {
  const { changes, hear } = listener();
  hear(1_000, SILENCE);
  for (let word = 0; word < 6; word += 1) {
    hear(320, SPEECH);
    hear(440, SILENCE);
  }
  hear(1_000, SILENCE);
  assert.deepEqual(
    changes.map(([, speaking]) => speaking),
    [true, false],
  );
  assert.ok(changes[1][0] - (1_000 + 6 * 760 - 440) <= 640, String(changes[1][0]));
});

test("goes on through what was too quiet to begin with", () => {
  const { changes, hear } = listener();
  hear(1_000, SILENCE);
  hear(200, 0.22);
  assert.deepEqual(changes, []);
  hear(200, SPEECH);
  hear(800, 0.22);
  assert.deepEqual(
    changes.map(([, speaking]) => speaking),
    [true],
  );
});

test("takes a steady noise for speech no longer than ten seconds, and still hears speech above it", () => {
  const { detector, changes, hear } = listener();
  hear(500, SILENCE);
  hear(10_000, 0.4);
  assert.equal(detector.speaking, false);
  changes.length = 0;
  hear(20_000, 0.4);
  assert.deepEqual(changes, []);
  hear(400, 0.75);
  assert.deepEqual(
    changes.map(([, speaking]) => speaking),
    [true],
  );
});

test("does not tire of somebody who speaks for minutes", () => {
  const { changes, hear } = listener();
  // Every word ends in a dip, as words do.
  hear(180_000, (now) => (now % 800 < 640 ? SPEECH : SILENCE));
  assert.deepEqual(
    changes.map(([, speaking]) => speaking),
    [true],
  );
});

test("gives a mean square the level that its samples have", () => {
  const samples = new Float32Array(100).fill(0.1);
  assert.ok(Math.abs(levelOf(samples) - levelOfPower(0.01)) < 1e-6);
  assert.equal(levelOfPower(0), 0);
});

/** A browser's sound, whose worklet says what the test lets it say by `tell(meanSquare, time)`. */
function sound(t) {
  const made = { states: [], connected: [], nodes: 0 };
  globalThis.MediaStream = class {
    constructor(tracks) {
      this.tracks = tracks;
    }
  };
  globalThis.AudioContext = class {
    audioWorklet = { addModule: async () => undefined };
    createMediaStreamSource = ({ tracks: [track] }) => {
      return {
        connect: () => made.connected.push(track),
        disconnect: () => made.connected.splice(made.connected.indexOf(track), 1),
      };
    };
    resume = async () => made.states.push("running");
    suspend = async () => made.states.push("suspended");
    close = async () => made.states.push("closed");
  };
  globalThis.AudioWorkletNode = class {
    port = {};
    constructor() {
      made.nodes += 1;
      made.tell = (meanSquare, time) => this.port.onmessage({ data: { meanSquare, time } });
    }
  };
  t.after(() => ["AudioContext", "AudioWorkletNode"].forEach((name) => delete globalThis[name]));
  made.voice = new Voice();
  made.told = [];
  made.voice.on("speaking", (speaking) => made.told.push(speaking));
  return made;
}

test("tells that somebody speaks into the microphone, and how loud", async (t) => {
  const made = sound(t);
  await made.voice.listenTo("microphone");
  [0, 40, 80, 120].forEach((time) => made.tell(0.01, time));
  assert.deepEqual(made.told, [true]);
  assert.ok(made.voice.level > 0.6);
});

test("is silent at once without a microphone, and lets the sound work rest", async (t) => {
  const made = sound(t);
  await made.voice.listenTo("microphone");
  [0, 40, 80, 120].forEach((time) => made.tell(0.01, time));
  await made.voice.listenTo(undefined);
  assert.deepEqual(made.told, [true, false]);
  assert.equal(made.voice.level, 0);
  assert.deepEqual(made.states, ["running", "suspended"]);
  made.tell(0.01, 160);
  assert.equal(made.voice.level, 0, "a message that was on its way");
});

test("listens to the last microphone of several that come quickly, with one worklet", async (t) => {
  const made = sound(t);
  await Promise.all([made.voice.listenTo("first"), made.voice.listenTo("second")]);
  assert.deepEqual(made.connected, ["second"]);
  await made.voice.listenTo("third");
  assert.deepEqual([made.connected, made.nodes], [["third"], 1]);
});

/** Reports to a server that is the test. */
function report(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  const made = new SpeakingReport({ send: ({ type, speaking }) => sent.push(`${type} ${speaking}`) });
  return { made, sent, pass: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

test("tells a change at once, and what is no change never", (t) => {
  const { made, sent, pass } = report(t);
  made.set(false);
  made.set(true);
  assert.deepEqual(sent, ["speaking true"]);
  made.set(true);
  pass(1_000);
  made.set(true);
  assert.deepEqual(sent, ["speaking true"]);
});

test("sends four messages a second at most, and the last state in the end", (t) => {
  const { made, sent, pass } = report(t);
  for (let time = 0; time < 1_000; time += 10) {
    made.set(time % 20 === 0);
    pass(10);
  }
  assert.ok(sent.length <= 5, String(sent.length));
  made.set(true);
  made.set(false);
  pass(500);
  assert.equal(sent.at(-1), "speaking false");
});

test("says nothing of what was over before it could be said", (t) => {
  const { made, sent, pass } = report(t);
  made.set(true);
  made.set(false);
  made.set(true);
  pass(1_000);
  assert.deepEqual(sent, ["speaking true"]);
});

test("tells anew what goes on after the person was muted for a moment, which silenced them at the server", (t) => {
  const { made, sent, pass } = report(t);
  made.set(true);
  pass(30);
  made.silence();
  pass(30);
  made.set(true);
  pass(1_000);
  assert.deepEqual(sent, ["speaking true", "speaking true"]);
});

test("tells a new seat that somebody speaks already", (t) => {
  const { made, sent, pass } = report(t);
  made.set(true);
  pass(1_000);
  made.forget();
  assert.deepEqual(sent, ["speaking true", "speaking true"]);
});
