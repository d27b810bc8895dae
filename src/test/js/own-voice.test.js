import assert from "node:assert/strict";
import test from "node:test";
import { tellSpeaking } from "../../main/webapp/resources/js/meeting/own-voice.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";

const CAMERA = { source: "camera", audio: true };

/** A meeting in which the person speaks as the test says; `sent` is what the others were told. */
function meeting(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  const capture = Object.assign(new Bus(), { microphone: "first" });
  const made = Object.assign(new Bus(), {
    capture,
    room: Object.assign(new Bus(), { seated: true, self: { streams: [CAMERA] } }),
    devices: { microphone: true, muted: false },
  });
  const voice = Object.assign(new Bus(), {
    speaking: false,
    listened: [],
    listenTo: (track) => voice.listened.push(track),
  });
  tellSpeaking({ send: ({ speaking }) => sent.push(speaking) }, made, voice);
  const speak = (speaking) => {
    voice.speaking = speaking;
    voice.emit("speaking", speaking);
    t.mock.timers.tick(250);
  };
  return { made, voice, sent, speak };
}

test("listens to the microphone that is open now", (t) => {
  const { made, voice } = meeting(t);
  made.capture.emit("changed", { kind: "camera", track: "camera" });
  made.capture.emit("changed", { kind: "microphone", track: "second" });
  made.capture.emit("changed", { kind: "microphone", track: undefined });
  assert.deepEqual(voice.listened, ["first", "second", undefined]);
});

test("tells the others when the person begins and ends to speak", (t) => {
  const { sent, speak } = meeting(t);
  speak(true);
  speak(false);
  assert.deepEqual(sent, [true, false]);
});

test("tells nothing of a person who is muted, and again when they are not", (t) => {
  const { made, sent, speak } = meeting(t);
  made.devices = { microphone: true, muted: true };
  speak(true);
  assert.deepEqual(sent, []);
  made.devices = { microphone: true, muted: false };
  made.emit("changed");
  assert.deepEqual(sent, [true]);
});

test("tells nothing of a person whose microphone is held back", (t) => {
  const { made, sent, speak } = meeting(t);
  made.devices = { microphone: true, muted: false, microphoneBlocked: true };
  speak(true);
  assert.deepEqual(sent, []);
});

test("tells nothing of a person whose stream is not on air, and again when it is", (t) => {
  const { made, sent, speak } = meeting(t);
  speak(true);
  made.room.self = { streams: [] };
  made.emit("changed");
  speak(false);
  speak(true);
  assert.deepEqual(sent, [true]);
  made.room.self = { streams: [CAMERA] };
  made.emit("changed");
  assert.deepEqual(sent, [true, true]);
});

test("tells a server again that gave the person a new seat", (t) => {
  const { made, sent, speak } = meeting(t);
  speak(true);
  made.room.emit("seated", {});
  assert.deepEqual(sent, [true, true]);
});

test("tells nothing without a seat, and the new one as soon as there is one", (t) => {
  const { made, sent, speak } = meeting(t);
  speak(true);
  made.room.seated = false;
  speak(false);
  speak(true);
  assert.deepEqual(sent, [true]);
  made.room.seated = true;
  made.emit("changed");
  assert.deepEqual(sent, [true, true]);
});
