import { smallBeside, streamIn } from "../media/audience.js";
import { decodable } from "../media/codecs.js";
import { earlyMedia } from "../media/early-media.js";
import { LostVoices } from "../media/lost-voices.js";
import { Bus } from "../shared/bus.js";
import { may } from "../shared/room-rights.js";
import { settings } from "../shared/settings.js";
import { Room } from "../signal/room.js";
import { CommonCodec } from "./common-codec.js";
import { ConnectionQuality } from "./connection-quality.js";
import { OwnDevices } from "./own-devices.js";
import { OwnStream } from "./own-stream.js";
import { stepsOf } from "./picture-budget.js";
import { Sharing } from "./sharing.js";
import { ShownSmall } from "./shown-small.js";
import { SmallStream } from "./small-stream.js";
import { Suffering } from "./suffering.js";
import { ticketsOf } from "./tickets.js";
import { WantedPictures } from "./wanted-pictures.js";

/**
 * Joins one room's seat with the media that go with it: publishes the own devices while seated, plays the
 * others, and starts over what a restart or a move to another tab ended.
 *
 * Event: `changed`, whenever something that the page shows may be different.
 */
export class Meeting extends Bus {
  room;
  publisher;
  audience;
  /** Of whom nothing arrives though they are said to speak. */
  lostVoices = new LostVoices(
    () => this.audience.players,
    () => this.room.speaking,
  );
  /** Which pictures of the others the page needs; it is up to the page to tell what it shows. */
  wanted = new WantedPictures(() => this.audience.fits, stepsOf(settings.smallUpTo), settings.mostPictures);
  /** How well everything arrives, or is sent, where the site has it measured. */
  quality = new ConnectionQuality();
  /** The own screen, on the room's stage. */
  sharing;
  #own;
  #stream;
  /** Looks after what arrives badly, where the media node does not. */
  #suffering;
  /** Where cameras are sent small beside the large stream, else undefined. */
  #small;
  #shown;
  #placement = 0;
  /** By the slot of what the own person publishes. */
  #codecs;
  /** The streams that could not be shown, with the codec that they had. */
  #unshown = new Set();

  /** `switches`: what was muted or switched off before. */
  constructor(connection, roomId, choices, switches) {
    super();
    this.#own = new OwnDevices(choices, switches);
    this.room = new Room(connection, roomId, this.devices);
    this.room.decodes = decodable();
    Object.assign(this, earlyMedia.take(ticketsOf(this.room, () => this.audience.receiving)));
    this.#stream = new OwnStream(this.publisher, this.#own);
    this.#small = this.#smallStream();
    this.#shown = new ShownSmall(this.room, this.wanted);
    this.#suffering = new Suffering(this);
    this.sharing = new Sharing(this.room);
    this.wanted.limit(choices.values);
    this.wanted.on("changed", () => this.emit("changed"));
    choices.on("changed", () => this.wanted.limit(choices.values));
    this.#codecs = { main: new CommonCodec(this.publisher), screen: new CommonCodec(this.sharing.publisher) };
    this.#follow();
    this.#receiveAsWanted();
  }

  /** The own camera and microphone. */
  get capture() {
    return this.#own.capture;
  }

  /** What the own devices do, as the others are told. */
  get devices() {
    return this.#own.told;
  }

  /**
   * Why this stream's picture does not come as it is wanted, as of Receiving, and whether there is not even a last one,
   * `ended`; undefined if it does.
   */
  shortageOf(stream) {
    const short = this.wanted.shortOf(stream);
    if (short) {
      return { ...short, cause: "link", ended: !short.shown };
    }
    return this.wanted.of(stream)?.height === 0 ? undefined : this.audience.receiving?.shortageOf(stream);
  }

  /** Opens the devices; publishing begins as soon as there is a seat, without waiting for slow cameras. */
  async start() {
    const opening = this.#own.open();
    await Promise.race([opening, this.#own.allowed()]);
    this.#stream.devicesReady();
    await opening;
  }

  /**
   * Makes connections ready, as far as that goes without the server: for the own devices, and for one who is about to
   * come with camera and microphone.
   */
  prepare() {
    this.#stream.prepare();
    this.audience.expect();
  }

  /** Whether nothing is sent yet. */
  get held() {
    return this.#stream.held;
  }

  /** While held, the connection is made but neither picture nor sound is sent. */
  hold(held) {
    this.#stream.hold(held);
    this.#small?.update();
    this.emit("changed");
  }

  /** Mutes or unmutes the own microphone; without one nothing happens. */
  toggleMicrophone() {
    this.mute(!this.devices.muted);
  }

  /** Mutes the own microphone, or does not; without one nothing happens. */
  mute(muted) {
    if (muted || may(this.room, "speak")) {
      this.#own.mute(muted);
    }
  }

  /** Switches the own camera off, really, so that its light goes out; or on again. */
  toggleCamera() {
    if (!this.devices.cameraOff || may(this.room, "camera")) {
      this.#own.toggleCamera();
    }
  }

  /** Switches the own camera off, if it is on. */
  stopCamera() {
    this.#own.stopCamera();
  }

  /** Starts or stops receiving another member. */
  watch(member, watched) {
    this.audience.watch(member, watched);
  }

  /** Takes the seat back from another tab, or asks for it again; `password` where the room has one. */
  async rejoin(password) {
    await this.#own.open();
    await this.room.join(password);
  }

  /** Ends all media; the seat is the caller's to give up or to lose. */
  stop() {
    this.#stream.unseat();
    this.#own.close();
    this.lostVoices.stop();
    this.#suffering.stop();
    this.wanted.stop();
    Object.values(this.#codecs).forEach((codec) => codec.stop());
    const small = this.#small?.stop();
    return Promise.all([this.publisher.close(), small, this.audience.close(), this.sharing.stop()]);
  }

  #follow() {
    this.room.on("joining", ({ restarted }) => restarted || this.#joining());
    this.room.on("seated", ({ restarted }) => this.#seated(restarted));
    this.room.on("changed", () => this.#roomChanged());
    this.room.on("moved", () => this.stop());
    this.room.on("waiting", () => this.#stream.unseat());
    this.room.on("turned-away", () => this.stop());
    this.room.on("sounds", (message) => this.audience.receiving?.hear(message));
    this.room.on("short", (message) => this.audience.receiving?.lack(message));
    this.room.on("held", ({ kind }) => (kind === "microphone" ? this.mute(true) : this.stopCamera()));
    this.room.on("layers-wanted", ({ stream, layers }) => this.#want(stream, layers));
    this.room.on("bitrate-wanted", (wanted) => this.#limit(wanted));
    this.#own.on("changed", () => this.#devicesChanged());
    this.publisher.on("state", () => this.#publisherChanged());
    this.sharing.on("changed", () => this.emit("changed"));
    this.quality.on("changed", () => this.emit("changed"));
    this.lostVoices.on("changed", () => this.emit("changed"));
    this.audience.on("undecodable", ({ stream }) => this.#cannotShow(stream));
    for (const event of ["tracks", "state", "watching", "undecodable"]) {
      this.audience.on(event, () => this.emit("changed"));
    }
  }

  /** The requests to publish and to receive travel right behind the one for the seat. */
  #joining() {
    this.#stream.seat();
    this.audience.receiving?.ahead();
  }

  /** Where the site can do that, pictures come as large as they are shown. */
  #receiveAsWanted() {
    this.audience.receiving?.on("short", () => this.emit("changed"));
    ["waiting", "refused"].forEach((event) => this.room.on(event, () => this.audience.receiving?.giveUp()));
    this.audience.follow((stream) => this.wanted?.of(stream));
    this.on("changed", () => this.audience.fit());
  }

  #smallStream() {
    return settings.smallUpTo > 0 ? SmallStream.of(this.room, this.#own, this.#stream) : undefined;
  }

  #want(stream, layers) {
    if (stream === this.sharing.publisher.stream) {
      this.sharing.publisher.want(layers);
    } else {
      this.publisher.want(layers);
      this.#small?.want(layers);
    }
  }

  #limit({ stream, percent }) {
    [this.publisher, this.sharing.publisher].forEach((publisher) => publisher.limit(stream, percent));
  }

  #seated(restarted) {
    if (restarted) {
      this.#restart();
      this.#small?.want([]); // Whether it is needed is told anew.
    }
    this.audience.receiving?.tellAgain();
    this.#shown.tellAgain();
    this.#suffering.start();
    this.#stream.seat();
  }

  #restart() {
    this.publisher.restart();
    this.#small?.restart();
    this.sharing.restart();
    this.audience.restartAll();
  }

  /** Also where the media server would let it pass, nobody is heard or seen who may not be. */
  #followRights() {
    if (this.room.self && !may(this.room, "speak")) {
      this.#own.mute(true);
    }
    if (this.room.self && !may(this.room, "camera")) {
      this.#own.stopCamera();
    }
  }

  #roomChanged() {
    this.#followRights();
    this.audience.update(this.room.others);
    this.wanted.hear(this.#streamsOfSpeakers());
    this.#followPlacement();
    this.#followCodecs();
    this.lostVoices.follow();
    this.#compareOwnStream();
    this.emit("changed");
  }

  /** The room moved to a media node that knows nothing of its sessions: all of them are made anew. */
  #followPlacement() {
    const { placement } = this.room.media;
    if (placement > 0) {
      const moved = this.#placement > 0 && this.#placement !== placement;
      this.#placement = placement;
      if (moved && this.#stream.seated) {
        this.#restart();
      }
    }
  }

  #followCodecs() {
    const { codecs, self } = this.room;
    if (self && this.#stream.seated) {
      Object.entries(this.#codecs).forEach(([slot, codec]) => codec.follow(codecs, streamIn(slot, self)));
      this.#small?.follow(codecs, smallBeside(streamIn("main", self), self));
    }
  }

  /** Told once for each stream: the room then asks whoever sends it for another codec, where there is one. */
  #cannotShow({ name, codec }) {
    const unshown = `${name} ${codec}`;
    if (codec && !this.#unshown.has(unshown)) {
      this.#unshown.add(unshown);
      this.room.cannotDecode(codec);
    }
  }

  #streamsOfSpeakers() {
    const { others, speaking } = this.room;
    const streams = others.filter(({ id }) => speaking.has(id)).map((member) => streamIn("main", member)?.name);
    return streams.filter(Boolean);
  }

  #publisherChanged() {
    this.#compareOwnStream();
    this.emit("changed");
  }

  #compareOwnStream() {
    this.#stream.compare(this.room.self && streamIn("main", this.room.self));
  }

  #devicesChanged() {
    this.room.updateDevices(this.devices);
    this.#stream.update();
    this.#small?.update();
    this.emit("changed");
  }
}
