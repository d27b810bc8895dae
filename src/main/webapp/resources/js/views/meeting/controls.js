import { text } from "../../shared/texts.js";
import { part, setAttribute, setIcon, setText } from "../common/dom.js";
import { FullScreenButton } from "./full-screen.js";
import { MoreControls } from "./more-controls.js";

/** The buttons under the stage, and their keys. */
export class Controls {
  #microphone = part("toggle-microphone");
  #camera = part("toggle-camera");
  #screen = part("toggle-screen");
  #leave = part("leave");
  #page = part("page-content");

  /**
   * `actions`: `toggleMicrophone`, `toggleCamera`, `toggleScreen`, `toggleHand`, `openDevices`, `copyLink`, ..., and
   * `letterKeys()`, which tells whether keys of one letter are on.
   */
  constructor(actions) {
    this.#microphone.addEventListener("click", actions.toggleMicrophone);
    this.#camera.addEventListener("click", actions.toggleCamera);
    this.#screen.addEventListener("click", actions.toggleScreen);
    part("open-devices").addEventListener("click", actions.openDevices);
    part("copy-link").addEventListener("click", actions.copyLink);
    this.#leave.addEventListener("click", actions.leave);
    document.addEventListener("keydown", (event) => this.#key(event, actions));
    new FullScreenButton();
    new MoreControls();
    this.showKind();
  }

  /** Shows the buttons of a room ("group", "desktop") or of a call ("call"); undefined changes nothing. */
  showKind(kind = this.#page.dataset.kind) {
    this.#page.dataset.kind = kind;
    this.#label(this.#leave, kind === "call" ? "hangUp" : "leave");
    setIcon(this.#leave.querySelector("svg"), kind === "call" ? "hang-up" : "leave");
  }

  /** Shows what the own devices do; `devices` as the others see them. `pushToTalk`: one talks while a key is held. */
  show(devices, { pushToTalk = false } = {}) {
    const microphone = microphoneState(devices, pushToTalk);
    const camera = devices.camera ? (devices.cameraOff ? "cameraOn" : "cameraOff") : "noCamera";
    this.#show(this.#microphone, "mic", microphone, microphone !== "mute" && microphone !== "talking");
    this.#show(this.#camera, "camera", camera, camera !== "cameraOff");
  }

  /** Whether there is a camera to switch at all. */
  showCamera(offered) {
    this.#camera.hidden = !offered;
  }

  /** `state`: "none" (nobody can share here now), "off" (one can) or "on" (one does). */
  showScreen(state) {
    this.#screen.hidden = state === "none";
    this.#show(this.#screen, "screen", state === "on" ? "unshare" : "share", false);
    setAttribute(this.#screen, "aria-pressed", String(state === "on"));
  }

  #show(button, symbol, state, off) {
    setIcon(button.querySelector("svg"), off ? `${symbol}-off` : symbol);
    this.#label(button, state);
    button.dataset.off = String(off);
  }

  #label(button, key) {
    setText(button.querySelector(".control__label"), text(`control.${key}.short`));
    setAttribute(button, "title", text(`control.${key}`));
  }

  /** M, V, H and T, unless the person is writing, holds another key, or has switched them off. */
  #key(event, actions) {
    const writing = event.target.closest?.("input, select, textarea, .chat, dialog[open]");
    if (!actions.letterKeys() || writing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "m") {
      actions.toggleMicrophone();
    } else if (key === "v") {
      actions.toggleCamera();
    } else if (key === "h") {
      actions.toggleHand();
    } else if (key === "t") {
      actions.toggleText();
      event.preventDefault();
    }
  }
}

function microphoneState({ microphone, muted }, pushToTalk) {
  if (!microphone) {
    return "noMicrophone";
  }
  if (pushToTalk) {
    return muted ? "holdToTalk" : "talking";
  }
  return muted ? "unmute" : "mute";
}
