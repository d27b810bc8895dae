import assert from "node:assert/strict";
import test from "node:test";
import { SharersFace } from "../../main/webapp/resources/js/meeting/sharers-face.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { devices } from "./devices.js";
import { settled } from "./settled.js";

/** The face of somebody in a desktop room, who shares when the test says so. */
async function face(t) {
  const played = devices(t);
  const meeting = {
    devices: { camera: true, cameraOff: true },
    sharing: Object.assign(new Bus(), { state: "off" }),
    toggleCamera: () => (meeting.devices.cameraOff = !meeting.devices.cameraOff),
  };
  const made = new SharersFace(meeting);
  const share = (state) => {
    meeting.sharing.state = state;
    meeting.sharing.emit("changed");
  };
  await settled();
  return { made, meeting, played, share };
}

test("is offered to whoever shares", async (t) => {
  const { made, meeting, share } = await face(t);
  made.toggle();
  assert.deepEqual([made.offered, meeting.devices.cameraOff], [false, true]);
  share("asking");
  assert.equal(made.offered, false);
  share("on");
  made.toggle();
  assert.deepEqual([made.offered, meeting.devices.cameraOff], [true, false]);
});

test("goes, with the camera's light, when the screen does", async (t) => {
  const { made, meeting, share } = await face(t);
  share("on");
  made.toggle();
  share("on");
  assert.equal(meeting.devices.cameraOff, false);
  share("off");
  assert.equal(meeting.devices.cameraOff, true);
  share("off");
  assert.equal(meeting.devices.cameraOff, true);
});

test("needs a camera, which may be plugged in later", async (t) => {
  const { made, meeting, played, share } = await face(t);
  share("on");
  let told = 0;
  made.on("changed", () => (told += 1));
  played.plug("audioinput");
  await settled();
  assert.deepEqual([made.offered, told], [false, 1]);
  played.plug("audioinput", "videoinput");
  await settled();
  assert.deepEqual([made.offered, told], [true, 2]);
  meeting.devices.camera = false;
  assert.equal(made.offered, false);
});
