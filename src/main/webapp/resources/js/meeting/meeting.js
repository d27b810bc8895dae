import { streamIn } from "../media/audience.js";
import { Capture } from "../media/capture.js";
import { NONE } from "../media/choices.js";
import { KINDS, wantedOf } from "../media/constraints.js";
import { permissionFor } from "../media/devices.js";
import { earlyMedia } from "../media/early-media.js";
import { maxBitrate } from "../media/resolutions.js";
import { openWith } from "../media/switches.js";
import { Bus } from "../shared/bus.js";
import { Lasting } from "../shared/lasting.js";
import { Room } from "../signal/room.js";
import { Sharing } from "./sharing.js";

/** How long the own stream may be missing from the server's list while the connection looks fine. */
const MISSING_AT_MOST = 6_000;

/**
 * Joins one room's seat with the media that go with it: publishes the own devices while seated, plays the
 * others, and starts over what a restart or a move to another tab ended.
 *
 * Event: `changed`, whenever something that the page shows may be different.
 */
export class Meeting extends Bus {
  capture;
  room;
  publisher;
  audience;
  /** The own screen, on the room's stage. */
  sharing;
  #choices;
  #switches;
  #seated = false;
  #ready = false;
  #held = false;
  #missing = new Lasting(MISSING_AT_MOST, () => this.publisher.restart());
  #placement = 0;

  /** `switches`: what was muted or switched off before. */
  constructor(connection, roomId, choices, switches) {
    super();
    this.#choices = choices;
    this.#switches = switches;
    this.capture = new Capture(choices);
    this.room = new Room(connection, roomId, this.devices);
    const tickets = { publish: () => this.room.requestPublish(), play: (stream) => this.room.requestPlay(stream) };
    Object.assign(this, earlyMedia.take(tickets));
    this.sharing = new Sharing(this.room);
    this.#follow();
  }

  /** What the own devices do, as the others are told. */
  get devices() {
    const has = (kind) => this.#choices.values[kind] !== NONE && !this.capture.failureOf(kind);
    return { camera: has("camera"), microphone: has("microphone"), ...this.#switches.values };
  }

  /** Opens the devices; publishing begins as soon as there is a seat, without waiting for slow cameras. */
  async start() {
    const opening = this.#openDevices();
    await Promise.race([opening, this.#allowed()]);
    this.#ready = true;
    this.#publish();
    await opening;
  }

  /**
   * Makes connections ready, as far as that goes without the server: for the own devices, and for one who is about to
   * come with camera and microphone.
   */
  prepare() {
    this.publisher.prepare(this.#kinds, this.#bitrate);
    this.audience.expect();
  }

  /** Whether nothing is sent yet. */
  get held() {
    return this.#held;
  }

  /** While held, the connection is made but neither picture nor sound is sent. */
  hold(held) {
    this.#held = held;
    this.#publish();
    this.emit("changed");
  }

  /** Mutes or unmutes the own microphone; without one nothing happens. */
  toggleMicrophone() {
    this.mute(!this.#switches.values.muted);
  }

  /** Mutes the own microphone, or does not; without one nothing happens. */
  mute(muted) {
    if (this.devices.microphone && muted !== this.#switches.values.muted) {
      this.#switch({ muted });
    }
  }

  /** Switches the own camera off, really, so that its light goes out; or on again. */
  toggleCamera() {
    if (!this.devices.camera) {
      return;
    }
    this.#switch({ cameraOff: !this.#switches.values.cameraOff });
    if (this.#switches.values.cameraOff) {
      this.capture.close("camera");
    } else {
      this.capture.open(["camera"]);
    }
  }

  /** Starts or stops receiving another member. */
  watch(member, watched) {
    this.audience.watch(member, watched);
  }

  /** Takes the seat back from another tab. */
  async rejoin() {
    await this.#openDevices();
    await this.room.join();
  }

  /** Ends all media; the seat is the caller's to give up or to lose. */
  stop() {
    this.#seated = false;
    this.#missing.is(false);
    this.capture.closeAll();
    return Promise.all([this.publisher.close(), this.audience.close(), this.sharing.stop()]);
  }

  #follow() {
    this.room.on("joining", ({ restarted }) => restarted || this.#joining());
    this.room.on("seated", ({ restarted }) => this.#taken(restarted));
    this.room.on("changed", () => this.#roomChanged());
    this.room.on("moved", () => this.stop());
    this.capture.on("changed", ({ kind, track }) => this.#trackChanged(kind, track));
    this.capture.on("failed", () => this.#devicesChanged());
    this.#choices.on("changed", () => this.#devicesChanged());
    this.publisher.on("state", () => this.#publisherChanged());
    this.sharing.on("changed", () => this.emit("changed"));
    for (const event of ["tracks", "state", "watching"]) {
      this.audience.on(event, () => this.emit("changed"));
    }
  }

  /** The request to publish travels right behind the one for the seat: the server takes them in this order. */
  #joining() {
    this.#seated = true;
    this.#publish();
  }

  #taken(restarted) {
    this.#seated = true;
    if (restarted) {
      this.#restart();
    }
    this.#publish();
  }

  #restart() {
    this.publisher.restart();
    this.sharing.restart();
    this.audience.restartAll();
  }

  #roomChanged() {
    this.audience.update(this.room.others);
    this.#followPlacement();
    this.#watchOwnStream();
    this.emit("changed");
  }

  /** The room moved to a media node that knows nothing of its sessions: all of them are made anew. */
  #followPlacement() {
    const { placement } = this.room.media;
    if (placement > 0) {
      const moved = this.#placement > 0 && this.#placement !== placement;
      this.#placement = placement;
      if (moved && this.#seated) {
        this.#restart();
      }
    }
  }

  #publisherChanged() {
    this.#watchOwnStream();
    this.emit("changed");
  }

  /** The server is the truth: a stream that it does not have on air is published again. */
  #watchOwnStream() {
    const onAir = this.room.self && streamIn("main", this.room.self);
    this.#missing.is(this.#seated && !onAir && this.publisher.state === "connected");
  }

  #trackChanged(kind, track) {
    if (kind === "microphone" && track) {
      track.enabled = !this.#switches.values.muted;
    }
    this.#devicesChanged();
  }

  #devicesChanged() {
    this.room.updateDevices(this.devices);
    this.#publish();
    this.emit("changed");
  }

  #switch(changes) {
    this.#switches.update(changes);
    if (this.capture.microphone) {
      this.capture.microphone.enabled = !this.#switches.values.muted;
    }
    this.#devicesChanged();
  }

  #openDevices() {
    return this.capture.open(openWith(this.#switches.values));
  }

  /** Resolves when every wanted device is allowed already; otherwise never. */
  async #allowed() {
    const permissions = await Promise.all(wantedOf(KINDS, this.#choices.values).map(permissionFor));
    return permissions.every((permission) => permission === "granted") || new Promise(() => undefined);
  }

  get #kinds() {
    const { camera, microphone } = this.devices;
    return { video: camera, audio: microphone };
  }

  get #bitrate() {
    return maxBitrate(this.#choices.values.resolution);
  }

  #publish() {
    if (this.#seated && this.#ready) {
      const { camera, microphone } = this.capture;
      const tracks = this.#held ? {} : { video: camera, audio: microphone };
      this.publisher.send(this.#kinds, tracks, this.#bitrate);
    }
  }
}
