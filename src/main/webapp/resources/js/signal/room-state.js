import { Bus } from "../shared/bus.js";
import { Sequence } from "./sequence.js";

/**
 * Everybody in one room, from a snapshot and the changes after it.
 *
 * Events: `changed` (after a snapshot or change), `joined` ({member}), `left` ({member, reason}).
 */
export class RoomState extends Bus {
  id;
  name = "";
  you;
  members = new Map();
  /** Cameras and other devices by id, `{id, name, onAir}`; those on air are among the members too. */
  devices = new Map();
  /** `{available, placement}`: whether a media node serves the room, and which time it moved to one. */
  media = { available: true, placement: 0 };
  #connection;
  #sequence = new Sequence();

  constructor(connection, id) {
    super();
    this.id = id;
    this.#connection = connection;
  }

  /** Drops changes until the next snapshot. */
  forget() {
    this.#sequence.forget();
  }

  /** Takes a snapshot over. */
  take(snapshot) {
    this.#sequence.snapshot(snapshot.seq);
    this.name = snapshot.room.name;
    this.you = snapshot.you;
    this.media = snapshot.media ?? this.media;
    this.members = new Map(snapshot.members.map((member) => [member.id, member]));
    this.devices = new Map((snapshot.devices ?? []).map((device) => [device.id, device]));
    this.emit("changed");
  }

  /** Takes over what a message says about this room, if anything. */
  received(message) {
    if (message.type === "room" && message.room.id === this.id) {
      this.take(message);
    } else if (message.type === "room-changed") {
      this.#judge(message);
    }
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
