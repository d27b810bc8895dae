import assert from "node:assert/strict";
import test from "node:test";
import { Capture } from "../../main/webapp/resources/js/media/capture.js";
import { Choices } from "../../main/webapp/resources/js/media/choices.js";
import { DeviceFindings } from "../../main/webapp/resources/js/media/device-findings.js";
import { devices, storage } from "./devices.js";
import { FakeStream } from "./peers.js";

function opened(t) {
  globalThis.MediaStream = FakeStream;
  const played = devices(t);
  const capture = new Capture(new Choices(storage()));
  return { played, capture, findings: new DeviceFindings(capture) };
}

test("tells which devices were opened, and whether somebody was heard", async (t) => {
  const { played, capture, findings } = opened(t);
  assert.equal(findings.result(""), undefined);
  await capture.open();
  findings.hear(0.1);
  findings.sounded("played");
  assert.deepEqual(findings.result("Loudspeaker"), {
    camera: { label: "label of default-video", width: 0, height: 0, frameRate: 0, problem: "" },
    microphone: { label: "label of default-audio", problem: "", heard: false },
    speaker: { label: "Loudspeaker", result: "played" },
  });
  findings.hear(0.5);
  findings.hear(0.1);
  played.opened.find(({ kind }) => kind === "audio").block(true);
  assert.deepEqual(findings.result("").microphone, {
    label: "label of default-audio",
    problem: "blocked",
    heard: true,
  });
});

test("tells why a device was not opened, and which one it was before", async (t) => {
  const { played, capture, findings } = opened(t);
  played.refuse.video = "NotReadableError";
  await capture.open();
  assert.deepEqual(findings.result("").camera, { label: "", problem: "busy" });
  played.refuse.video = undefined;
  await capture.open();
  played.refuse.video = "NotFoundError";
  await capture.open();
  const { label, problem } = findings.result("").camera;
  assert.deepEqual([label, problem], ["label of default-video", "not-found"]);
});
