import { RoomState } from "./room-state.js";

/**
 * The own seat in one room and everybody in it, kept up to date over reconnections.
 *
 * Events besides those of RoomState: `joining` ({restarted}: the seat was asked for), `seated` ({restarted}: the seat
 * was taken, or taken again), `refused` (a SignalError: no seat), `moved` (the seat went to another tab), `closed` (the
 * message `room-closed`), `waiting` (the message: one has to be admitted), `turned-away`, `held` ({kind, by}: a
 * moderator switched the own "microphone" or "camera" off), `layers-wanted` ({stream, layers}: those of what the own
 * page sends in several sizes are needed), `bitrate-wanted` ({stream, percent}: so much of what it usually sends that
 * stream with arrives), `sounds` and `short` (the messages `sounds-assigned` and `pictures-short`).
 */
export class Room extends RoomState {
  /** How many devices a room may have; 0 when the site permits none. */
  deviceLimit = 0;
  /** The codecs of pictures that the browser can decode; none when that is not known. */
  decodes = [];
  /** Everybody who waits before the room, `{id, name, since}`, where the own person may admit them. */
  waiting = [];
  /** Whether the own person moderates every room. */
  everywhere = false;
  #connection;
  #devices;
  #password;
  #wanted = true;
  #asking = false;

  /** Joins `id` as soon as the connection is open, telling the others about `devices`. */
  constructor(connection, id, devices, signal) {
    super(connection, id);
    this.#connection = connection;
    this.#devices = devices;
    connection.on("welcome", ({ message, restarted }) => this.#welcomed(message, restarted), signal);
    connection.on("message", (message) => this.#received(message), signal);
  }

  /** The own member, once seated. */
  get self() {
    return this.members.get(this.you);
  }

  /** Whether there is a seat here, or one that is about to be taken again, and the server wants to know of it. */
  get seated() {
    return this.you !== undefined && this.#wanted;
  }

  /** Everybody else. */
  get others() {
    return [...this.members.values()].filter((member) => member.id !== this.you);
  }

  /** Does not take the seat before `join`. */
  wait() {
    this.#wanted = false;
  }

  /** Takes the seat (back) in this tab; `password` where the room has one. */
  join(password = this.#password) {
    this.#password = password;
    this.#wanted = true;
    return this.#join(false);
  }

  /** Gives the seat up; the promise never fails, since leaving cannot be refused. */
  async leave() {
    this.#wanted = false;
    await this.#connection.request({ type: "leave-room" }).catch(() => undefined);
  }

  /** Asks for something in the room that is answered by `done`: `type` and members of a message of docs/protocol.md. */
  ask(type, members = {}) {
    return this.#connection.request({ type, ...members });
  }

  /** All options, for moderators: the message `room-options`. */
  requestOptions() {
    return this.#connection.request({ type: "get-room-options", room: this.id });
  }

  /** Decides the options: the message `room-options`. */
  setOptions(options) {
    return this.#connection.request({ type: "set-room-options", room: this.id, options });
  }

  /** Tells the others, while there is a seat, what the own camera and microphone do now. */
  updateDevices(devices) {
    this.#devices = devices;
    if (this.seated) {
      this.#connection.send({ type: "update-devices", devices });
    }
  }

  /** Tells that a picture in this codec came and could not be shown. */
  cannotDecode(codec) {
    this.decodes = this.decodes.filter((known) => known !== codec || this.decodes.length === 1);
    if (this.seated) {
      this.#connection.send({ type: "cannot-decode", codec });
    }
  }

  /** The right to publish the own camera with the microphone, or with the stage the `screen`: the message `ticket`. */
  requestPublish(source = "camera") {
    return this.#connection.request({ type: "request-publish", source });
  }

  /** Takes the stage, which one needs to share a screen; fails with `stage-busy` when somebody else has it. */
  takeStage() {
    return this.#connection.request({ type: "take-stage" });
  }

  /** Gives the stage back; the own screen leaves the air. */
  leaveStage() {
    return this.#connection.request({ type: "leave-stage" });
  }

  /** Asks whoever has the stage for it; fails with `stage-free` when nobody has it. */
  requestStage() {
    return this.#connection.request({ type: "request-stage" });
  }

  /** Asks for the stage no longer. */
  withdrawStageRequest() {
    return this.#connection.request({ type: "withdraw-stage-request" });
  }

  /** Gives the own stage to a member who asked for it; the own screen leaves the air. */
  grantStage(member) {
    return this.#connection.request({ type: "grant-stage", member });
  }

  /** Does not give the own stage to a member who asked for it. */
  declineStage(member) {
    return this.#connection.request({ type: "decline-stage", member });
  }

  /** Frees the stage, whoever has it: the room's owner may. */
  takeBackStage() {
    return this.#connection.request({ type: "take-back-stage" });
  }

  /** The right to play `stream`: the message `ticket`. */
  requestPlay(stream) {
    return this.#connection.request({ type: "request-play", stream });
  }

  /** The right to receive all streams by one connection: the message `ticket`; `stream` is that receiver's name. */
  requestReceive() {
    return this.#connection.request({ type: "request-receive" });
  }

  /**
   * Tells what a receiver gets from now on: `{receiver, pictures, sounds}`. It is a request so that a refusal, as of a
   * receiver that is gone meanwhile, is not taken for the reason when the connection ends. A promise of whether the
   * server took it.
   */
  async assignStreams(streams) {
    const told = this.seated && this.#connection.request({ type: "assign-streams", ...streams });
    return Boolean(await Promise.resolve(told).catch(() => false));
  }

  /** Tells which cameras of others the page shows small, `{stream, height}` each: those alone, and no others. */
  showPictures(pictures) {
    if (this.seated) {
      this.#connection.request({ type: "show-pictures", pictures }).catch(() => undefined);
    }
  }

  /** Tells which streams arrive badly here, by their names: those alone, and no others. */
  reportSuffering(streams) {
    if (this.seated) {
      this.#connection.request({ type: "report-suffering", streams }).catch(() => undefined);
    }
  }

  /** Adds a camera or another device: the message `device` with its address. */
  addDevice(name) {
    return this.#connection.request({ type: "add-device", name });
  }

  /** A device's address again, with new keys: the message `device`. */
  requestDevice(device) {
    return this.#connection.request({ type: "request-device", device });
  }

  /** Gives a device another address, the ones before being void: the message `device`. */
  renewDevice(device) {
    return this.#connection.request({ type: "renew-device", device });
  }

  /** Removes a device; what it sends ends. */
  removeDevice(device) {
    return this.#connection.request({ type: "remove-device", device });
  }

  #welcomed({ limits, rights }, restarted) {
    this.everywhere = rights?.moderateRooms === "all";
    this.deviceLimit = limits?.devices ?? 0;
    if (this.#wanted && !this.#asking) {
      this.#join(restarted);
    }
  }

  async #join(restarted) {
    this.forget();
    const devices = this.#devices;
    this.#asking = true;
    try {
      const { id: room, decodes } = this;
      const password = this.#password;
      const joined = this.#connection.request({ type: "join-room", room, devices, decodes, password });
      this.emit("joining", { restarted });
      const answer = await joined;
      this.#asking = false;
      if (answer.type === "waiting") {
        this.you = undefined;
        this.emit("waiting", answer);
        return;
      }
      this.take(answer);
      if (this.#devices !== devices) {
        this.updateDevices(this.#devices);
      }
      this.emit("seated", { restarted });
    } catch (error) {
      this.#asking = false;
      if (error.code === "no-answer") {
        // Asked again, for a late answer is known no more as one, and the seat would stay without media.
        this.#connection.retryNow();
        if (this.#wanted) {
          await this.#join(restarted);
        }
      } else if (error.code !== "connection-lost") {
        this.#wanted = false;
        this.emit("refused", error);
      }
    }
  }

  #received(message) {
    this.received(message);
    if (message.type === "sounds-assigned") {
      this.emit("sounds", message);
    } else if (message.type === "pictures-short") {
      this.emit("short", message);
    } else if (message.type === "muted" || message.type === "camera-stopped") {
      this.emit("held", { kind: message.type === "muted" ? "microphone" : "camera", by: message.by });
    } else if (message.room === this.id) {
      this.#receivedOfDoor(message);
    }
  }

  #receivedOfDoor(message) {
    if (message.type === "waiting-people") {
      this.waiting = message.people;
      this.emit("changed");
    } else if (message.type === "admitted" && this.#wanted && !this.#asking) {
      this.#join(false);
    } else if (message.type === "waiting") {
      this.emit("waiting", message);
    } else if (message.type === "turned-away") {
      this.#lose("turned-away", message);
    } else if (message.type === "seat-moved") {
      this.#lose("moved", message);
    } else if (message.type === "layers-wanted" || message.type === "bitrate-wanted") {
      this.emit(message.type, message);
    } else if (message.type === "room-closed") {
      this.#lose("closed", message);
    }
  }

  #lose(event, message) {
    this.#wanted = false;
    this.waiting = [];
    this.forget();
    this.emit(event, message);
  }
}
