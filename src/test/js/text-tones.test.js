import assert from "node:assert/strict";
import test from "node:test";
import { APART, TextTones, textTone } from "../../main/webapp/resources/js/media/text-tones.js";

/** Tones on a page; `played` are their names with the speaker of each. */
function page(t, { on = true, speaker = "" } = {}) {
  const played = [];
  const state = { now: 0, on };
  t.mock.method(performance, "now", () => state.now);
  let blobs = 0;
  t.mock.method(URL, "createObjectURL", () => `blob:${(blobs += 1)}`);
  globalThis.Audio = class {
    constructor(url) {
      this.url = url;
    }

    async setSinkId(sink) {
      this.sink = sink;
    }

    async play() {
      played.push(`${this.url} ${this.sink}`);
    }
  };
  return {
    played,
    state,
    tones: new TextTones(
      () => state.on,
      () => speaker,
    ),
  };
}

test("what comes sounds otherwise than what is sent, on the person's speaker", async (t) => {
  const { played, tones } = page(t, { speaker: "headset" });
  await tones.received();
  await tones.sent();
  assert.deepEqual(played, ["blob:1 headset", "blob:2 headset"]);
});

test("many who write at once are heard once", async (t) => {
  const { played, state, tones } = page(t);
  await tones.received();
  state.now = APART - 1;
  await tones.received();
  assert.equal(played.length, 1);
  state.now = APART;
  await tones.received();
  assert.equal(played.length, 2);
});

test("is silent for who does not want it", async (t) => {
  const { played, state, tones } = page(t, { on: false });
  await tones.received();
  state.on = true;
  await tones.received();
  assert.equal(played.length, 1);
});

test("is short and quiet, and two different tones", async () => {
  const samples = async (kind) => new Int16Array(await textTone(kind).arrayBuffer(), 44);
  const [received, sent] = [await samples("received"), await samples("sent")];
  const loudest = (tone) => Math.max(...tone.map(Math.abs));
  assert.ok(received.length <= 0.3 * 24_000 && loudest(received) < 0.2 * 0x7fff && loudest(received) > 0);
  assert.ok(loudest(sent) < 0.2 * 0x7fff && loudest(sent) > 0);
  assert.notDeepEqual(received, sent);
});
