import { Capture } from "../media/capture.js";
import { NONE } from "../media/choices.js";
import { KINDS, wantedOf } from "../media/constraints.js";
import { DeviceFindings } from "../media/device-findings.js";
import { devicesReachable, permissionFor } from "../media/devices.js";
import { LevelMeter } from "../media/level-meter.js";
import { listPath, safePath } from "../shared/paths.js";
import { text } from "../shared/texts.js";
import { sendDeviceTest } from "../signal/device-tests.js";
import { readMe, saveName } from "../signal/me.js";
import { part } from "../views/common/dom.js";
import { onLeave } from "../views/common/page.js";
import { DeviceForm } from "../views/devices/device-form.js";
import { LevelView } from "../views/devices/level-view.js";
import { NameField } from "../views/devices/name-field.js";
import { Preview } from "../views/devices/preview.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

// Who is not let in gets a name here: that is what this page is for.
const { choices, connection, header, toasts } = connectPage({ onRefused: () => undefined });
const capture = new Capture(choices);
const meter = new LevelMeter();
const nameField = new NameField();
const preview = new Preview();
const findings = new DeviceFindings(capture);
const form = new DeviceForm(choices, capture, (result) => findings.sounded(result));
const next = safePath(new URLSearchParams(window.location.search).get("next"), listPath("group"));

function showPreview() {
  const failure = capture.failureOf("camera");
  const reason = failure === "insecure" ? "insecure" : failure ? "noPicture" : "opening";
  preview.show(capture.camera, `preview.${choices.wantsCamera ? reason : "noCamera"}`);
}

async function openDevices() {
  showPreview();
  await capture.open();
  showPreview();
  form.refresh();
}

/** Asks for nothing before the person has read why, unless the browser knows the answer already. */
async function begin() {
  form.refresh();
  if (!devicesReachable()) {
    await openDevices();
    return;
  }
  const wanted = wantedOf(KINDS, choices.values);
  const permissions = await Promise.all(wanted.map(permissionFor));
  if (permissions.includes("prompt")) {
    preview.explainPermission({ allow: openDevices, without: goWithout });
  } else {
    await openDevices();
  }
}

function goWithout() {
  choices.update({ camera: NONE, cameraLabel: "", microphone: NONE, microphoneLabel: "" });
  showPreview();
  form.refresh();
}

async function proceed() {
  if (!nameField.check()) {
    return;
  }
  part("continue").disabled = true;
  const refusal = await saveName(nameField.name).catch(() => text("name.unreachable"));
  part("continue").disabled = false;
  if (refusal === undefined) {
    window.location.assign(next);
  } else {
    nameField.showProblem(refusal || text("name.refused"));
  }
}

/** The level that is shown is the one that is heard. */
const heard = {
  get level() {
    findings.hear(meter.level);
    return meter.level;
  },
};

function tellFindings() {
  const result = findings.result(choices.values.speakerLabel);
  if (result) {
    sendDeviceTest(result);
  }
}

capture.on("changed", ({ kind, track }) => {
  if (kind === "camera") {
    showPreview();
  } else {
    meter.measure(track);
  }
});
document.addEventListener("pointerdown", () => meter.resume());
part("device-page").addEventListener("submit", (event) => {
  event.preventDefault();
  proceed();
});
part("continue").disabled = false;
onLeave(() => {
  tellFindings();
  capture.closeAll();
});
new LevelView(part("microphone-level"), heard).start();
readMe()
  .then((me) => {
    if (me.account) {
      nameField.fix(me.name);
    }
    nameField.prefill(me.name);
    header.showPerson(me);
    if (me.name) {
      connection.start();
    }
  })
  .catch(() => toasts.show(text("problem.server"), "problem"));
begin();
