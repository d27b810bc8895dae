import { part } from "../common/dom.js";
import { text } from "../../shared/texts.js";

/** The dialog in which a stream is shown: a component of PrimeFaces around a video. The sound is off at first. */
export class WatchDialog {
  #video = part("watch-video");
  #state = part("watch-state");
  #sound = part("watch-sound");

  /** `onClosed()`: nobody looks any more. */
  constructor(onClosed) {
    this.#widget.cfg.onHide = () => {
      this.show(undefined, undefined);
      onClosed();
    };
    this.#sound.addEventListener("click", () => this.#listen(this.#video.muted));
  }

  get #widget() {
    return window.PF("watchDialog");
  }

  /** Opens it for somebody's stream. */
  open(name, hasSound) {
    part("watch-name").textContent = name;
    this.#sound.hidden = !hasSound;
    this.#listen(false);
    this.tell(text("admin.watch.state.connecting"));
    this.#widget.show();
  }

  /** Shows what was received, MediaStreams; undefined is nothing. */
  show(sound, picture) {
    const tracks = [sound, picture].flatMap((stream) => stream?.getTracks() ?? []);
    this.#video.srcObject = tracks.length > 0 ? new MediaStream(tracks) : null;
  }

  tell(sentence) {
    this.#state.textContent = sentence;
  }

  #listen(wanted) {
    this.#video.muted = !wanted;
    this.#sound.setAttribute("aria-pressed", String(wanted));
  }
}
