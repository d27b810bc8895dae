import { atMost } from "../shared/at-most.js";
import { layersOf, settings } from "../shared/settings.js";
import { Audience } from "./audience.js";
import { KINDS, wantedOf } from "./constraints.js";
import { Receiving } from "./receiving.js";
import { Publisher } from "./publisher.js";
import { maxBitrate } from "./resolutions.js";

/** As long as no page has taken them, there is nobody to tell and no right to ask for. */
const UNTAKEN = {
  receive: async () => Promise.reject(new Error("no page has taken it")),
  assign: async () => false,
};

/** A browser makes an offer in a few milliseconds; longer than this a page does not wait for it, in milliseconds. */
const OFFER_WITHIN = 100;

/** A publisher and an audience whose connections are made ready, as far as that goes without the server. */
export class EarlyMedia {
  #ready;
  #taken = false;
  /** A promise that the offer of the way that was begun is on its way. */
  #offered;

  /** Makes them ready for one who is about to come with camera and microphone, and for the own devices of `values`. */
  prepare(values) {
    this.drop();
    this.#ready = make();
    const { publisher, audience } = this.#ready;
    const wanted = wantedOf(KINDS, values);
    publisher.prepare(
      { video: wanted.includes("camera"), audio: wanted.includes("microphone") },
      maxBitrate(values.resolution),
    );
    audience.expect();
  }

  /**
   * Has the way made by which others are received, by `door` as of Receiving; does nothing when the page was faster.
   * Where media takes other ways than to this site, or goes by relays, the ticket tells the way. The promise resolves
   * when the offer is on its way, or there is none, or it takes long.
   */
  receive(door) {
    if (!this.#taken && !settings.relay && !settings.addresses.play) {
      this.#ready ??= make();
      this.#offered ??= this.#ready.audience.receiving?.begin(door);
    }
    return atMost(OFFER_WITHIN, this.#offered);
  }

  /**
   * `{publisher, audience}`, the ones that are ready or new ones, which get their tickets by `publish()` and
   * `play(stream)`, or by `receive()` for all streams; what is to be received then is told by `assign(streams)`, also
   * what was to be told before.
   */
  take({ publish, play, receive, assign }) {
    const { tickets, publisher, audience } = this.#ready ?? make();
    this.#ready = undefined;
    this.#taken = true;
    Object.assign(tickets, { publish, play, receive, assign });
    audience.receiving?.tellAgain();
    return { publisher, audience };
  }

  /** They are not needed after all. */
  drop() {
    const { publisher, audience } = this.#ready ?? {};
    this.#ready = undefined;
    this.#offered = undefined;
    publisher?.close();
    audience?.close();
  }
}

function make() {
  const tickets = { ...UNTAKEN };
  const { frameRate } = settings.camera;
  const publisher = new Publisher(() => tickets.publish(), {
    frameRate,
    layers: layersOf(settings.camera),
  });
  const { receiving: size } = settings;
  const receiving =
    size &&
    new Receiving(
      () => tickets.receive(),
      (streams) => tickets.assign(streams),
      size,
    );
  const fitting = settings.smallUpTo > 0 ? { upTo: settings.smallUpTo, wish: () => undefined } : undefined;
  const audience = new Audience((stream) => tickets.play(stream), receiving, fitting);
  return { tickets, publisher, audience };
}

/** Those of the next page that takes this one's place. */
export const earlyMedia = new EarlyMedia();
