import { Bus } from "../shared/bus.js";
import { Sequence } from "./sequence.js";

/**
 * The own seat in one room and everybody in it, kept up to date over reconnections.
 *
 * Events: `changed` (after a snapshot or change), `joined` ({member}), `left` ({member, reason}),
 * `seated` ({restarted}: the seat was taken, or taken again), `refused` (a SignalError: no seat),
 * `moved` (the seat went to another tab), `closed` (the message `room-closed`).
 */
export class Room extends Bus {
  id;
  name = "";
  you;
  members = new Map();
  /** Cameras and other devices by id, `{id, name, onAir}`; those on air are among the members too. */
  devices = new Map();
  /** How many devices a room may have; 0 when the site permits none. */
  deviceLimit = 0;
  /** `{available, placement}`: whether a media node serves the room, and which time it moved to one. */
  media = { available: true, placement: 0 };
  #connection;
  #devices;
  #sequence = new Sequence();
  #wanted = true;

  /** Joins `id` as soon as the connection is open, telling the others about `devices`. */
  constructor(connection, id, devices, signal) {
    super();
    this.id = id;
    this.#connection = connection;
    this.#devices = devices;
    connection.on("welcome", ({ message, restarted }) => this.#welcomed(message, restarted), signal);
    connection.on("message", (message) => this.#received(message), signal);
  }

  /** The own member, once seated. */
  get self() {
    return this.members.get(this.you);
  }

  /** Everybody else. */
  get others() {
    return [...this.members.values()].filter((member) => member.id !== this.you);
  }

  /** Takes the seat (back) in this tab. */
  join() {
    this.#wanted = true;
    return this.#join(false);
  }

  /** Gives the seat up; the promise never fails, since leaving cannot be refused. */
  async leave() {
    this.#wanted = false;
    await this.#connection.request({ type: "leave-room" }).catch(() => undefined);
  }

  /** Tells the others what the own camera and microphone do now. */
  updateDevices(devices) {
    this.#devices = devices;
    if (this.you) {
      this.#connection.send({ type: "update-devices", devices });
    }
  }

  /** The right to publish the own camera and microphone: the message `ticket`. */
  requestPublish() {
    return this.#connection.request({ type: "request-publish", source: "camera" });
  }

  /** The right to play `stream`: the message `ticket`. */
  requestPlay(stream) {
    return this.#connection.request({ type: "request-play", stream });
  }

  /** Adds a camera or another device: the message `device` with its address. */
  addDevice(name) {
    return this.#connection.request({ type: "add-device", name });
  }

  /** A device's address again, with new keys: the message `device`. */
  requestDevice(device) {
    return this.#connection.request({ type: "request-device", device });
  }

  /** Removes a device; what it sends ends. */
  removeDevice(device) {
    return this.#connection.request({ type: "remove-device", device });
  }

  #welcomed({ limits }, restarted) {
    this.deviceLimit = limits?.devices ?? 0;
    if (this.#wanted) {
      this.#join(restarted);
    }
  }

  async #join(restarted) {
    this.#sequence.forget();
    try {
      this.#take(await this.#connection.request({ type: "join-room", room: this.id, devices: this.#devices }));
      this.emit("seated", { restarted });
    } catch (error) {
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
    if (message.type === "room" && message.room.id === this.id) {
      this.#take(message);
    } else if (message.type === "room-changed") {
      this.#judge(message);
    } else if (message.type === "seat-moved" && message.room === this.id) {
      this.#lose("moved", message);
    } else if (message.type === "room-closed" && message.room === this.id) {
      this.#lose("closed", message);
    }
  }

  #lose(event, message) {
    this.#wanted = false;
    this.#sequence.forget();
    this.emit(event, message);
  }

  #take(snapshot) {
    this.#sequence.snapshot(snapshot.seq);
    this.name = snapshot.room.name;
    this.you = snapshot.you;
    this.media = snapshot.media ?? this.media;
    this.members = new Map(snapshot.members.map((member) => [member.id, member]));
    this.devices = new Map((snapshot.devices ?? []).map((device) => [device.id, device]));
    this.emit("changed");
  }

  #judge(message) {
    const verdict = this.#sequence.judge(message.seq);
    if (verdict === "gap") {
      this.#connection.send({ type: "resync", topic: "room" });
    } else if (verdict === "apply") {
      message.changes.forEach((change) => this.#apply(change));
      this.emit("changed");
    }
  }

  #apply(change) {
    if (change.change === "member-left") {
      const member = this.members.get(change.id);
      this.members.delete(change.id);
      if (member) {
        this.emit("left", { member, reason: change.reason });
      }
    } else if (change.change === "member-joined" || change.change === "member-updated") {
      const known = this.members.has(change.member.id);
      this.members.set(change.member.id, change.member);
      if (!known) {
        this.emit("joined", { member: change.member });
      }
    } else if (change.change === "device-added" || change.change === "device-updated") {
      this.devices.set(change.device.id, change.device);
    } else if (change.change === "device-removed") {
      this.devices.delete(change.id);
    } else if (change.change === "media-changed") {
      this.media = change.media;
    } else {
      console.warn("unknown change of the room", change.change);
    }
  }
}
