import { Bus } from "../shared/bus.js";
import { uptime } from "../shared/clock.js";
import { canDecode } from "./codecs.js";
import { FirstFrame } from "./first-frame.js";
import { shapeOf } from "./player.js";
import { RepairWait } from "./repair-wait.js";
import { SlotPeer } from "./slot-peer.js";
import { inboundOf } from "./stats.js";

/** As of Player. */
const PROMPT = 2_000;
/** How soon it is looked again whether a slot that showed something else shows the new picture. */
const LOOK_AFTER = 100;
/** After so many looks each comes later than the one before, up to the latest: a camera may be off. */
const SOON = 10;
const LATEST = 2_000;
/** So long after the server took who is in a slot, what came before has left the network and the browser's buffers. */
const SETTLED = 1_000;

/**
 * Plays one stream of somebody by the connection that receives all of them; used like a Player, with the same events.
 */
export class SlotPlayer extends Bus {
  #receiving;
  #stream;
  #started = false;
  #peer;
  #picture;
  #sound;
  #received = {};
  #since;
  #asked;
  /** The first picture: {since: since when it was waited for, peer: by which it came}, once it is there. */
  #first;
  #blindTo;
  #timer;
  /** The slot in which the picture is awaited, while nothing looks at it. */
  #awaited;
  /** How many pictures had come by it when only its own could come any more. */
  #settled;
  #firstFrame = new FirstFrame(() => this.#isBlind());
  #repairWait = new RepairWait();

  /** `receiving` is the Receiving of the page. */
  constructor(stream, receiving) {
    super();
    this.#stream = stream;
    this.#receiving = receiving;
  }

  get stream() {
    return this.#stream;
  }

  get state() {
    return this.#started ? this.#receiving.state : "closed";
  }

  get peer() {
    return this.#peer;
  }

  /** As of Player; where more speak than there are slots for sound, some have none. */
  get carriesSound() {
    return this.#sound !== undefined;
  }

  get undecodable() {
    const { video, codec } = this.#stream;
    return Boolean(video) && (!canDecode(codec) || this.#blindTo === shapeOf(this.#stream));
  }

  /** As of Player; of the first picture alone, whatever connection comes after. */
  get awaitedSince() {
    return this.#first?.peer === this.#peer ? this.#first?.since : undefined;
  }

  get received() {
    return this.#received;
  }

  /** Whether its picture is to have a slot. */
  get wantsPicture() {
    return this.#started && Boolean(this.#stream.video) && canDecode(this.#stream.codec);
  }

  /** Whether its sound is to be heard. */
  get wantsSound() {
    return this.#started && Boolean(this.#stream.audio);
  }

  start() {
    this.#started = true;
    this.#since = uptime();
    if (this.undecodable) {
      this.emit("undecodable");
    }
    this.#receiving.add(this);
  }

  /** As of Player, without another connection. */
  onAir(stream) {
    const same = shapeOf(stream) === shapeOf(this.#stream);
    this.#stream = stream;
    this.#lookSoon();
    if (!same) {
      this.#receiving.update();
      if (this.undecodable) {
        this.emit("undecodable");
      }
    }
  }

  /** Nothing to do: the connection is made anew for all. */
  restart() {
    return undefined;
  }

  close() {
    this.#started = false;
    this.#forget();
    this.#receiving.remove(this);
    return Promise.resolve();
  }

  /** The connection is another one, or in another state. */
  connectionChanged(state) {
    if (state !== "connected") {
      this.#watchNothing();
    }
    if (state === "connecting" || state === "retrying") {
      this.#forget();
    } else if (state === "connected") {
      this.#watch();
    }
    this.emit("state", state);
  }

  /** Its picture is in this slot from now on, or in none. */
  showIn(slot) {
    if (slot?.receiver === this.#picture) {
      return;
    }
    this.#stopLooking();
    this.#picture = slot?.receiver;
    this.#asked = slot ? (this.#asked ?? uptime()) : undefined;
    this.#peerOf("video", this.#picture, slot?.before !== undefined);
    this.#repairWait.applyTo(this.#picture);
    if (slot && (slot.strange || this.#received.video)) {
      this.#look(slot);
    } else {
      this.#shows(slot);
      const receiver = this.#picture;
      receiver?.track.addEventListener("unmute", () => this.#isThere(receiver), { once: true });
    }
    this.#watch();
  }

  /** Its sound is what comes by `{receiver, used}` from now on, or nothing; `used`: it has carried another one. */
  hearBy({ receiver, used } = {}) {
    if (receiver !== this.#sound) {
      this.#sound = receiver;
      this.#peerOf("audio", receiver, used);
      this.#repairWait.applyTo(receiver);
      this.#take("audio", receiver?.track);
    }
  }

  /** Another connection takes the place of the one that there was; what came by that is shown until more comes. */
  move() {
    this.#stopLooking();
    this.#watchNothing();
    this.#picture = undefined;
    this.#sound = undefined;
    this.#peer = undefined;
  }

  #peerOf(kind, receiver, used) {
    this.#peer ??= new SlotPeer();
    this.#peer.take(kind, receiver, used);
  }

  #take(kind, track) {
    const { [kind]: before, ...others } = this.#received;
    if (track || before) {
      this.#received = track ? { ...others, [kind]: new MediaStream([track]) } : others;
      this.emit("tracks", this.#received);
    }
  }

  /**
   * A slot goes on showing the last picture of whoever was in it: what is new begins with a whole one. That may have
   * come before it was counted, as while the connection was made; then it is known by what goes on.
   */
  async #look(slot, looks = 1) {
    const { receiver } = slot;
    const report = await this.#peer.getStats();
    if (receiver !== this.#picture) {
      return;
    }
    const { keyFramesDecoded, framesDecoded = 0 } = inboundOf(report, "video") ?? {};
    if ((keyFramesDecoded ?? framesDecoded) > 0 || this.#goesOn(slot, framesDecoded)) {
      this.#isThere(receiver);
      this.#shows(slot);
    } else {
      this.#awaited = slot;
      this.#timer = setTimeout(() => {
        this.#awaited = undefined;
        this.#look(slot, looks + 1);
      }, pauseAfter(looks));
    }
  }

  #goesOn({ settledSince }, framesDecoded) {
    if (settledSince !== undefined && uptime() - settledSince >= SETTLED) {
      this.#settled ??= framesDecoded;
    }
    return framesDecoded > this.#settled;
  }

  /** Somebody may have switched their camera on. */
  #lookSoon() {
    const slot = this.#awaited;
    if (slot) {
      this.#stopLooking();
      this.#look(slot);
    }
  }

  #stopLooking() {
    clearTimeout(this.#timer);
    this.#awaited = undefined;
    this.#settled = undefined;
  }

  /** Whatever is not there soon after it was asked for was not sent then. It may be asked for long after the start. */
  #isThere(receiver) {
    if (this.#first === undefined && receiver === this.#picture) {
      const since = this.#asked - this.#since < PROMPT ? this.#since : this.#asked;
      this.#first = { peer: this.#peer, since: uptime() - this.#asked < PROMPT ? since : undefined };
    }
  }

  #shows(slot) {
    slot?.shows();
    this.#take("video", slot?.receiver.track);
  }

  #forget() {
    this.move();
    this.#received = {};
  }

  #watch() {
    if (this.#picture && this.state === "connected" && !this.undecodable) {
      this.#firstFrame.watch(this.#peer);
      this.#repairWait.watch(this.#peer);
    } else {
      this.#watchNothing();
    }
  }

  #watchNothing() {
    this.#firstFrame.stop();
    this.#repairWait.stop();
  }

  #isBlind() {
    this.#blindTo = shapeOf(this.#stream);
    this.emit("undecodable");
  }
}

function pauseAfter(looks) {
  return Math.min(LATEST, LOOK_AFTER * Math.max(1, looks - SOON));
}
