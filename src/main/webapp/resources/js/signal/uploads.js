import { Bus } from "../shared/bus.js";
import { FileDoor } from "./file-door.js";
import { Upload } from "./upload.js";

let last = 0;

/**
 * The files that the person sends in a room: one after the other, each until it is there, refused or cancelled.
 *
 * Events: `changed`, and `uploaded` ({file, how}): `file` is `{id, name, bytes}`, and may be sent by a message now.
 */
export class Uploads extends Bus {
  #door;
  #waiting = [];
  #running = false;

  constructor(door = new FileDoor()) {
    super();
    this.#door = door;
  }

  /** `{id, name, bytes, sent, state, problem}`; `state` is `waiting`, `sending`, `cut` or `refused`. */
  get items() {
    return this.#waiting.map(({ id, file, upload, state, problem }) => ({
      id,
      name: file.name,
      bytes: file.size,
      sent: upload.sent,
      state: state === "sending" && upload.cut ? "cut" : state,
      problem,
    }));
  }

  /** Sends these files (as of the browser); `how` says to whom, and in answer to what. */
  add(files, how) {
    for (const file of files) {
      last += 1;
      const upload = new Upload(file, this.#door, () => this.emit("changed"));
      this.#waiting.push({ id: `file-${last}`, file, how, upload, state: "waiting", problem: undefined });
    }
    this.emit("changed");
    this.#flush();
  }

  cancel(id) {
    this.#of(id)?.upload.cancel();
    this.#remove(id);
  }

  /** Goes on with one that was refused. */
  retry(id) {
    const one = this.#of(id);
    if (one?.state === "refused") {
      this.#change(one, "waiting");
      this.#flush();
    }
  }

  /** There may be a network again. */
  wake() {
    this.#waiting.forEach(({ upload }) => upload.wake());
  }

  async #flush() {
    const next = this.#waiting.find(({ state }) => state === "waiting");
    if (!next || this.#running) {
      return;
    }
    this.#running = true;
    await this.#send(next);
    this.#running = false;
    await this.#flush();
  }

  async #send(one) {
    this.#change(one, "sending");
    try {
      const id = await one.upload.run();
      this.#remove(one.id);
      this.emit("uploaded", { file: { id, name: one.file.name, bytes: one.file.size }, how: one.how });
    } catch (error) {
      if (error.code !== "cancelled") {
        this.#change(one, "refused", error);
      }
    }
  }

  #change(one, state, problem) {
    one.state = state;
    one.problem = problem;
    this.emit("changed");
  }

  #remove(id) {
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    this.emit("changed");
  }

  #of(id) {
    return this.#waiting.find((one) => one.id === id);
  }
}
