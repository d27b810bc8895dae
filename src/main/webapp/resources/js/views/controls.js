import { text } from "../shared/texts.js";
import { part, setAttribute, setIcon, setText } from "./dom.js";

/** The buttons under the stage, and their keys. */
export class Controls {
  #microphone = part("toggle-microphone");
  #camera = part("toggle-camera");

  /** `actions`: `toggleMicrophone`, `toggleCamera`, `openDevices`, `copyLink`, `leave`. */
  constructor(actions) {
    this.#microphone.addEventListener("click", actions.toggleMicrophone);
    this.#camera.addEventListener("click", actions.toggleCamera);
    part("open-devices").addEventListener("click", actions.openDevices);
    part("copy-link").addEventListener("click", actions.copyLink);
    part("leave").addEventListener("click", actions.leave);
    document.addEventListener("keydown", (event) => this.#key(event, actions));
  }

  /** Shows what the own devices do; `devices` as the others see them. */
  show(devices) {
    this.#show(this.#microphone, "mic", devices.microphone ? (devices.muted ? "unmute" : "mute") : "noMicrophone");
    this.#show(this.#camera, "camera", devices.camera ? (devices.cameraOff ? "cameraOn" : "cameraOff") : "noCamera");
  }

  #show(button, symbol, state) {
    const off = state !== "mute" && state !== "cameraOff";
    setIcon(button.querySelector("svg"), off ? `${symbol}-off` : symbol);
    setText(button.querySelector(".control__label"), text(`control.${state}.short`));
    setAttribute(button, "title", text(`control.${state}`));
    button.dataset.off = String(off);
  }

  /** M and V, unless the person is writing or holds another key. */
  #key(event, actions) {
    const writing = event.target.closest?.("input, select, textarea, dialog[open]");
    if (writing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "m") {
      actions.toggleMicrophone();
    } else if (key === "v") {
      actions.toggleCamera();
    }
  }
}
