import { uptime } from "./clock.js";

/** Finds out whether somebody has done nothing for a time. */
export class Idle {
  #milliseconds;
  #onChange;
  #last = uptime();
  #idle = false;
  #timer;

  /** `onChange(idle)` is told whenever it begins or ends. */
  constructor(milliseconds, onChange) {
    this.#milliseconds = milliseconds;
    this.#onChange = onChange;
    this.#wait();
  }

  /** Somebody did something just now; cheap enough for every movement of a mouse. */
  active() {
    this.#last = uptime();
    if (this.#idle) {
      this.#set(false);
      this.#wait();
    }
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.#last + this.#milliseconds - uptime());
  }

  #look() {
    if (uptime() - this.#last >= this.#milliseconds) {
      this.#set(true);
    } else {
      this.#wait();
    }
  }

  #set(idle) {
    this.#idle = idle;
    this.#onChange(idle);
  }
}
