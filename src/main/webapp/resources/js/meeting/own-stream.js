import { Lasting } from "../shared/lasting.js";

/** How long the own stream may be missing from the server's list while the connection looks fine. */
const MISSING_AT_MOST = 6_000;

/** Publishes the own devices for as long as there is a seat. */
export class OwnStream {
  #publisher;
  #own;
  #seated = false;
  #ready = false;
  #held = false;
  #missing = new Lasting(MISSING_AT_MOST, () => this.#publisher.restart());

  /** `own`: the OwnDevices. */
  constructor(publisher, own) {
    this.#publisher = publisher;
    this.#own = own;
  }

  /** Whether there is a seat, so that media may flow. */
  get seated() {
    return this.#seated;
  }

  /** Whether nothing is sent yet. */
  get held() {
    return this.#held;
  }

  /** Makes the connection ready, as far as that goes without the server. */
  prepare() {
    this.#publisher.prepare(this.#own.kinds, this.#own.bitrate, this.#own.bandwidth);
  }

  /** The devices are open, or will be without anybody being asked. */
  devicesReady() {
    this.#ready = true;
    this.update();
  }

  /** There is a seat, or is about to be one: the server takes requests in their order. */
  seat() {
    this.#seated = true;
    this.update();
  }

  /** The seat is lost or given up: nothing is published any more. */
  unseat() {
    this.#seated = false;
    this.#missing.is(false);
  }

  /** While held, the connection is made but neither picture nor sound is sent. */
  hold(held) {
    this.#held = held;
    this.update();
  }

  /** Sends what the own devices give now. */
  update() {
    if (this.#seated && this.#ready) {
      const { bandwidth, bitrate, kinds, tracks } = this.#own;
      this.#publisher.send(kinds, this.#held ? {} : tracks, bitrate, bandwidth);
    }
  }

  /** The server is the truth: what it does not have `onAir` is published again. */
  compare(onAir) {
    this.#missing.is(this.#seated && !onAir && this.#publisher.state === "connected");
  }
}
