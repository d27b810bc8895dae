import { Publisher } from "../media/publisher.js";
import { withRelay } from "../media/relays.js";
import { settings } from "../shared/settings.js";
import { CommonCodec } from "./common-codec.js";

/** So many milliseconds nobody shows the camera small before its small stream ends: a window may be dragged. */
const KEEP = 5_000;
/** What a picture of so few lines takes at most, in bit/s. */
const BITRATE = 150_000;
const LINES = 180;

/**
 * Publishes the own camera a second time, in few lines and with the same sound, while somebody shows it small and the
 * media node passes one size of each stream alone.
 */
export class SmallStream {
  #publisher;
  #own;
  #stream;
  #codec;
  #wanted = false;
  #timer;

  /** `own`: the OwnDevices; `stream`: the OwnStream, which the small one is beside. */
  constructor(publisher, own, stream) {
    this.#publisher = publisher;
    this.#own = own;
    this.#stream = stream;
    this.#codec = new CommonCodec(publisher);
  }

  /** The one of the room's seat. */
  static of(room, own, stream) {
    const { frameRate } = settings.camera;
    const ticket = () => room.requestPublish("camera-small").then(withRelay);
    return new SmallStream(new Publisher(ticket, { frameRate, lines: LINES }), own, stream);
  }

  /** The server needs these sizes of the own camera. */
  want(layers) {
    const wanted = layers.includes("l");
    clearTimeout(this.#timer);
    if (wanted) {
      this.#wanted = true;
      this.update();
    } else if (this.#wanted) {
      this.#timer = setTimeout(() => this.stop(), KEEP);
    }
  }

  /** Sends what the own devices give now. */
  update() {
    const { kinds, tracks, bitrate } = this.#own;
    if (this.#wanted && this.#stream.seated) {
      const has = kinds.video ? kinds : {};
      this.#publisher.send(has, this.#stream.held ? {} : tracks, Math.min(BITRATE, bitrate));
    }
  }

  /** As of CommonCodec. */
  follow(codecs, stream) {
    this.#codec.follow(codecs, stream);
  }

  /** As of Publisher: the media node was restarted. */
  restart() {
    return this.#publisher.restart();
  }

  /** Nobody needs it any more; the promise resolves when the server knows. */
  stop() {
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.#codec.stop();
    return this.#publisher.close();
  }
}
