import assert from "node:assert/strict";
import test from "node:test";
import { Ringtone, ringtone } from "../../main/webapp/resources/js/media/ringtone.js";

/** A ringtone in a browser that lets it sound when `allowed()`; `told` are the events so far. */
function ringing(t, allowed) {
  const audios = [];
  t.mock.method(URL, "createObjectURL", () => "blob:x");
  globalThis.Audio = class {
    playing = false;
    currentTime = 1;

    constructor() {
      audios.push(this);
    }

    async play() {
      if (!allowed()) {
        throw new DOMException("play() failed", "NotAllowedError");
      }
      this.playing = true;
    }

    pause() {
      this.playing = false;
    }
  };
  const tone = new Ringtone();
  const told = [];
  tone.on("blocked", (blocked) => told.push(blocked));
  return { tone, audios, told };
}

test("rings again and again until it is stopped", async (t) => {
  const { tone, audios, told } = ringing(t, () => true);
  await tone.start("");
  assert.equal(audios[0].loop, true);
  assert.equal(audios[0].playing, true);
  tone.stop();
  assert.equal(audios[0].playing, false);
  assert.equal(audios[0].currentTime, 0);
  assert.deepEqual(told, []);
});

test("tells that the browser holds the sound back, and rings after a click", async (t) => {
  let clicked = false;
  const { tone, audios, told } = ringing(t, () => clicked);
  await tone.start("");
  assert.deepEqual(told, [true]);
  clicked = true;
  await tone.retry();
  assert.equal(audios[0].playing, true);
  assert.deepEqual(told, [true, false]);
});

test("does not ring when somebody clicks after the call is over", async (t) => {
  let clicked = false;
  const { tone, audios, told } = ringing(t, () => clicked);
  await tone.start("");
  tone.stop();
  clicked = true;
  await tone.retry();
  assert.equal(audios[0].playing, false);
  assert.deepEqual(told, [true, false]);
});

test("rings in one tab only, and in another one when the first may not", async (t) => {
  const waiting = [];
  let held = false;
  const request = async (name, { signal }, turn) => {
    if (held) {
      await new Promise((resolve) => waiting.push(resolve));
    }
    held = true;
    await (signal.aborted ? undefined : turn());
    held = false;
    waiting.shift()?.();
  };
  const navigator = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { locks: { request } }, configurable: true });
  t.after(() => (navigator ? Object.defineProperty(globalThis, "navigator", navigator) : delete globalThis.navigator));
  const allowed = [false, true, true];
  const { tone: first, audios } = ringing(t, () => allowed.shift());
  const [second, third] = [new Ringtone(), new Ringtone()];
  first.start("");
  const secondTried = second.start("");
  third.start("");
  await secondTried;
  assert.deepEqual(
    audios.map(({ playing }) => playing),
    [false, true],
  );
  second.stop();
  await new Promise(setImmediate);
  assert.deepEqual(
    audios.map(({ playing }) => playing),
    [false, false, true],
  );
});

test("has a tone that is neither silent nor too loud, and ends in silence", async () => {
  const bytes = new DataView(await ringtone().arrayBuffer());
  const samples = [];
  for (let offset = 44; offset < bytes.byteLength; offset += 2) {
    samples.push(Math.abs(bytes.getInt16(offset, true)));
  }
  const loudest = samples.reduce((most, sample) => Math.max(most, sample), 0);
  assert.ok(loudest > 4_000 && loudest < 32_767, String(loudest));
  assert.ok(samples.at(-1) < 50, "the repetition would click");
});
