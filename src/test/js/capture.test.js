import assert from "node:assert/strict";
import test from "node:test";
import { Capture } from "../../main/webapp/resources/js/media/capture.js";
import { Choices, NONE } from "../../main/webapp/resources/js/media/choices.js";
import { devices, storage } from "./devices.js";
import { FakeStream } from "./peers.js";
import { settled } from "./settled.js";

/** The own devices in a browser that the test plays; `told` are the events so far. */
function capture(t, { kept = {}, ...browser } = {}) {
  globalThis.MediaStream = FakeStream;
  const played = devices(t, browser);
  const choices = new Choices(storage({ "plenum.devices": kept }));
  const made = new Capture(choices);
  const told = [];
  made.on("changed", ({ kind, track }) => told.push(`changed ${kind} ${track?.label ?? "none"}`));
  made.on("failed", ({ kind, failure }) => told.push(`failed ${kind} ${failure}`));
  made.on("replaced", ({ kind, wanted, used }) => told.push(`replaced ${kind} ${wanted} by ${used}`));
  made.on("unplugged", ({ kind, label }) => told.push(`unplugged ${kind} ${label}`));
  return { made, played, choices, told };
}

const live = ({ opened }) => opened.filter((track) => track.live).map(({ kind }) => kind);

test("asks the person once for camera and microphone together", async (t) => {
  const { made, played, told } = capture(t);
  await made.open();
  assert.equal(played.asked.length, 1);
  assert.deepEqual(Object.keys(played.asked[0]), ["video", "audio"]);
  assert.deepEqual(told, ["changed camera label of default-video", "changed microphone label of default-audio"]);
  assert.deepEqual([made.camera.contentHint, made.microphone.contentHint], ["motion", "speech"]);
});

test("opens nothing that the person does not want, and closes it when they want it no more", async (t) => {
  const { made, played, choices } = capture(t, { kept: { camera: NONE } });
  await made.open();
  assert.deepEqual(live(played), ["audio"]);
  choices.update({ camera: "", microphone: NONE });
  await made.open();
  assert.deepEqual(live(played), ["video"]);
  assert.equal(made.microphone, undefined);
});

test("opens the microphone alone when the camera does not open, and names why", async (t) => {
  const { made, played, told } = capture(t);
  played.refuse.video = "NotReadableError";
  await made.open();
  assert.deepEqual(told, ["failed camera busy", "changed microphone label of default-audio"]);
  assert.equal(made.failureOf("camera"), "busy");
  assert.equal(made.failureOf("microphone"), undefined);
});

test("does not ask a person again who said no", async (t) => {
  const { made, played, told } = capture(t, { permission: "denied" });
  played.refuse.video = "NotAllowedError";
  await made.open();
  assert.equal(played.asked.length, 1);
  assert.deepEqual(told, ["failed camera denied", "failed microphone denied"]);
});

test("opens alone what the person allowed when they refused the other one", async (t) => {
  const { made, played } = capture(t, { permission: "granted" });
  played.refuse.video = "NotAllowedError";
  await made.open();
  assert.deepEqual(live(played), ["audio"]);
});

test("tells on an address that is not secure that nothing can be opened", async (t) => {
  const { made, told } = capture(t);
  delete globalThis.navigator.mediaDevices.getUserMedia;
  await made.open();
  assert.deepEqual(told, ["failed camera insecure", "failed microphone insecure"]);
});

test("forgets a failure when the device opens after all", async (t) => {
  const { made, played } = capture(t);
  played.refuse.video = "NotFoundError";
  await made.open(["camera"]);
  assert.equal(made.failureOf("camera"), "not-found");
  delete played.refuse.video;
  await made.open(["camera"]);
  assert.equal(made.failureOf("camera"), undefined);
  assert.equal(made.camera.label, "label of default-video");
});

test("stops what is in use before it is opened anew, or the browser would keep its resolution", async (t) => {
  const { made, played, choices } = capture(t);
  await made.open(["camera"]);
  const open = played.takeTime();
  choices.update({ resolution: 360 });
  const opening = made.open(["camera"]);
  assert.deepEqual(live(played), []);
  open();
  await opening;
  assert.equal(played.asked[1].video.height.ideal, 360);
  assert.deepEqual(live(played), ["video"]);
});

test("throws away a device that comes after it was closed, or after a later request", async (t) => {
  const { made, played } = capture(t);
  let open = played.takeTime();
  const first = made.open(["camera"]);
  made.close("camera");
  open();
  await first;
  assert.equal(made.camera, undefined);
  assert.deepEqual(live(played), []);
  open = played.takeTime();
  const slow = made.open(["camera"]);
  const later = made.open(["camera"]);
  open();
  await Promise.all([slow, later]);
  assert.equal(live(played).length, 1);
  assert.equal(made.camera.live, true);
});

test("keeps the microphone that is open when only the camera is overtaken", async (t) => {
  const { made, played } = capture(t);
  const open = played.takeTime();
  const opening = made.open();
  made.close("camera");
  open();
  await opening;
  assert.deepEqual(live(played), ["audio"]);
});

test("uses the default in place of a remembered device that is gone, says so, and forgets it", async (t) => {
  const { made, played, choices, told } = capture(t, { kept: { camera: "usb", cameraLabel: "USB camera" } });
  played.gone = "usb";
  await made.open(["camera"]);
  assert.deepEqual(told, [
    "changed camera label of default-video",
    "replaced camera USB camera by label of default-video",
  ]);
  assert.deepEqual([choices.values.camera, choices.values.cameraLabel], ["", ""]);
});

test("goes on with another device when the one in use is unplugged", async (t) => {
  const { made, told } = capture(t);
  await made.open(["microphone"]);
  told.length = 0;
  made.microphone.unplug();
  await settled();
  assert.deepEqual(told, [
    "unplugged microphone label of default-audio",
    "changed microphone none",
    "changed microphone label of default-audio",
    "replaced microphone label of default-audio by label of default-audio",
  ]);
  assert.equal(made.microphone.live, true);
});

test("says nothing of the end of a track that was replaced", async (t) => {
  const { made, told } = capture(t);
  await made.open(["camera"]);
  const first = made.camera;
  await made.open(["camera"]);
  told.length = 0;
  first.unplug();
  await settled();
  assert.deepEqual(told, []);
});

test("gives one picture for one track, or a video element would start over", async (t) => {
  const { made } = capture(t);
  assert.equal(made.cameraPicture, undefined);
  await made.open(["camera"]);
  const picture = made.cameraPicture;
  assert.equal(made.cameraPicture, picture);
  await made.open(["camera"]);
  assert.notEqual(made.cameraPicture, picture);
  made.closeAll();
  assert.equal(made.cameraPicture, undefined);
});
