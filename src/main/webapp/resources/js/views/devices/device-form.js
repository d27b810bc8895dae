import { canChooseSpeaker, devicesReachable, listDevices, onDevicesChanged } from "../../media/devices.js";
import { playTestSound } from "../../media/test-sound.js";
import { settings } from "../../shared/settings.js";
import { hasText, text } from "../../shared/texts.js";
import { part, setText } from "../common/dom.js";
import { DeviceSelect } from "./device-select.js";

const KINDS = ["camera", "microphone", "speaker"];
const SWITCHES = ["echoCancellation", "noiseSuppression", "autoGainControl"];
/** What of the choices means that a device must be opened again. */
const REOPENS = {
  camera: ["camera", "resolution"],
  microphone: ["microphone", ...SWITCHES],
};

/**
 * The choice of devices, on the device page and in the meeting's dialog (includes/device-choice.xhtml).
 * It changes the choices, has the capture follow them, and shows every failure as a sentence.
 */
export class DeviceForm {
  #choices;
  #capture;
  #selects;
  #onSounded;

  /** `onSounded` is told whether the test sound was `played`, or `failed`. */
  constructor(choices, capture, onSounded = () => undefined) {
    this.#onSounded = onSounded;
    this.#choices = choices;
    this.#capture = capture;
    this.#selects = Object.fromEntries(KINDS.map((kind) => [kind, this.#select(kind)]));
    this.#showSettings();
    part("speaker-test").addEventListener("click", () => this.#testSpeaker());
    part("resolution").addEventListener("change", (event) =>
      choices.update({ resolution: Number(event.target.value) }),
    );
    SWITCHES.forEach((name) =>
      part(name).addEventListener("change", (event) => choices.update({ [name]: event.target.checked })),
    );
    choices.on("changed", (names) => this.#choicesChanged(names));
    capture.on("changed", (change) => this.#captureChanged(change));
    capture.on("failed", ({ kind, failure }) => this.#failed(kind, failure));
    capture.on("replaced", (change) => this.#showProblem(change.kind, replacedSentence(change)));
    capture.on("unplugged", ({ kind, label }) => this.#showProblem(kind, text(`failure.${kind}.unplugged`, label)));
    onDevicesChanged(() => this.#devicesChanged());
  }

  /** Reads the list of devices again. */
  async refresh() {
    const devices = await listDevices();
    for (const kind of KINDS) {
      const using = this.#capture[kind]?.getSettings().deviceId;
      this.#selects[kind].show(devices[kind], this.#choices.values[kind], using);
    }
    this.#showSpeakers(devices.speaker);
  }

  /** A device that was missing may have been plugged in just now. */
  #devicesChanged() {
    const missing = Object.keys(REOPENS).filter((kind) => this.#capture.failureOf(kind) === "not-found");
    if (missing.length > 0) {
      this.#capture.open(missing);
    }
    this.refresh();
  }

  #select(kind) {
    return new DeviceSelect(part(kind), kind, ({ id, label }) => {
      this.#showProblem(kind, "");
      this.#choices.update({ [kind]: id, [`${kind}Label`]: label });
    });
  }

  #showSettings() {
    const tooFine = ({ value }) => Number(value) > settings.camera.resolution;
    [...part("resolution").options].filter(tooFine).forEach((option) => option.remove());
    part("resolution").value = String(this.#choices.values.resolution);
    SWITCHES.forEach((name) => (part(name).checked = this.#choices.values[name]));
  }

  #showSpeakers(devices) {
    const choosable = canChooseSpeaker() && devices.length > 0;
    part("speaker").disabled = !choosable;
    part("speaker-note").hidden = choosable;
    const { speaker, speakerLabel } = this.#choices.values;
    if (choosable && speaker && devices[0].id && !devices.some((device) => device.id === speaker)) {
      this.#choices.update({ speaker: "", speakerLabel: "" });
      this.#showProblem("speaker", text("failure.speaker.gone", speakerLabel));
    }
  }

  #choicesChanged(names) {
    for (const [kind, reopening] of Object.entries(REOPENS)) {
      // The default in place of a device that is gone is what the capture has opened already.
      const followed = names.includes(kind) && this.#choices.values[kind] === "" && this.#capture[kind];
      if (!followed && names.some((name) => reopening.includes(name))) {
        this.#capture.open([kind]);
      }
    }
  }

  #captureChanged({ kind, track }) {
    if (track) {
      this.#showProblem(kind, "");
    }
    if (kind === "camera") {
      setText(part("camera-delivers"), track ? delivered(track.getSettings()) : "");
    }
    this.refresh();
  }

  /** That the address is not secure is explained once, by the page. */
  #failed(kind, failure) {
    this.#showProblem(kind, failure === "insecure" ? "" : text(`failure.${kind}.${failure}`));
    part("insecure").hidden = devicesReachable();
  }

  #showProblem(kind, sentence) {
    const problem = part(`${kind}-problem`);
    setText(problem, sentence);
    problem.hidden = sentence === "";
  }

  #sounded(result) {
    setText(part("speaker-test-status"), text(`speaker.${result}`));
    this.#onSounded(result);
  }

  async #testSpeaker() {
    const button = part("speaker-test");
    button.disabled = true;
    setText(part("speaker-test-status"), text("speaker.playing"));
    try {
      await playTestSound(canChooseSpeaker() ? this.#choices.values.speaker : "");
      this.#sounded("played");
    } catch {
      this.#sounded("failed");
    } finally {
      button.disabled = false;
    }
  }
}

function delivered({ width, height, frameRate }) {
  return text("camera.delivers", width ?? "?", height ?? "?", Math.round(frameRate ?? 0));
}

function replacedSentence({ kind, wanted, used }) {
  const key = `failure.${kind}.gone`;
  return hasText(key) ? text(key, wanted || text("device.remembered"), used) : "";
}
