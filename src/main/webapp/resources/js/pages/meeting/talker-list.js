import { ReceivedVoices } from "../../media/received-voices.js";
import { handsFirst } from "../../meeting/hand-order.js";
import { lookOf } from "../../meeting/member-look.js";
import { Talkers } from "../../meeting/talkers.js";
import { Participants } from "../../views/meeting/participants.js";
import { TalkerRow } from "../../views/meeting/talker-row.js";
import { Moderation } from "./moderation.js";

/** The list of everybody who is heard in a room, those who speak first, with how loud each voice arrives. */
export class TalkerList {
  #meeting;
  #voice;
  #volumes;
  #gestures;
  #list;
  #moderation;
  #talkers = new Talkers();
  #received;

  /** `voice`: the own one; `volumes`: how loud each of the others is for me; `gestures`: what they show. */
  constructor(site, meeting, voice, volumes, gestures) {
    const { audience, room } = meeting;
    this.#meeting = meeting;
    this.#voice = voice;
    this.#volumes = volumes;
    this.#gestures = gestures;
    this.#moderation = new Moderation(site, room, () => this.#list.toggle(true));
    this.#list = new Participants(
      (look) =>
        new TalkerRow(
          look,
          (id, changes) => volumes.set(id, changes),
          (act, of) => this.#moderation.act(act, of),
        ),
    );
    this.#received = new ReceivedVoices(
      () => audience.players,
      () => room.speaking,
    );
    this.#received.on("levels", () => this.#showLevels());
    this.#received.start();
    volumes.on("changed", () => this.show());
    this.#talkers.on("due", () => this.show());
  }

  /** Keeps the list open where there is room for it beside the screen. */
  openIfWide() {
    this.#list.showIfWide();
  }

  /** Shows who is here now. */
  show() {
    const members = [...this.#meeting.room.members.values()];
    const looks = members.map((member) => ({
      ...this.#moderation.withActs(this.#gestures.with(lookOf(member, this.#meeting, this.#voice))),
      volume: this.#volumes.of(member.id),
    }));
    this.#list.show(handsFirst(this.#talkers.arrange(looks, this.#list.inUse)));
  }

  #showLevels() {
    if (this.#list.open) {
      this.#list.rows.forEach((row) => row.showLevel(this.#levelOf(row.id), this.#received.arrives(row.id)));
    }
  }

  #levelOf(id) {
    return id === this.#meeting.room.you ? this.#ownLevel() : this.#received.levelOf(id);
  }

  #ownLevel() {
    return this.#meeting.devices.muted ? 0 : this.#voice.level;
  }
}
