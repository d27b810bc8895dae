import { ReceivedVoices } from "../../media/received-voices.js";
import { TalkOrder } from "../../meeting/talk-order.js";
import { compareNames } from "../../shared/texts.js";
import { Participants } from "../../views/meeting/participants.js";
import { TalkerRow } from "../../views/meeting/talker-row.js";
import { speaks } from "./speaking.js";

/** The list of everybody who is heard in a room, those who speak first, with how loud each voice arrives. */
export class Talkers {
  #meeting;
  #voice;
  #volumes;
  #list;
  #order = new TalkOrder();
  #received;
  #timer;
  #last = [];

  /** `voice`: the own one; `volumes`: how loud each of the others is for me. */
  constructor(meeting, voice, volumes) {
    const { audience, room } = meeting;
    this.#meeting = meeting;
    this.#voice = voice;
    this.#volumes = volumes;
    this.#list = new Participants((view) => new TalkerRow(view, (id, changes) => volumes.set(id, changes)));
    this.#received = new ReceivedVoices(() => audience.players, () => room.speaking);
    this.#received.on("levels", () => this.#showLevels());
    this.#received.start();
    volumes.on("changed", () => this.show());
  }

  /** Keeps the list open where there is room for it beside the screen. */
  openIfWide() {
    this.#list.showIfWide();
  }

  /** Shows who is here now. */
  show() {
    clearTimeout(this.#timer);
    const { room } = this.#meeting;
    const members = [...room.members.values()].sort((a, b) => Number(b.id === room.you) - Number(a.id === room.you) || compareNames(a.name, b.name));
    const views = members.map((member) => this.#viewOf(member));
    const speaking = new Set(views.filter((view) => view.speaking).map(({ id }) => id));
    const { order, again } = this.#order.of(views, speaking, Date.now());
    this.#list.show(this.#steady(order));
    if (again !== undefined) {
      this.#timer = setTimeout(() => this.show(), again);
    }
  }

  #viewOf(member) {
    const { devices, room } = this.#meeting;
    const own = member.id === room.you;
    // The own devices are known here before the server tells of them.
    const known = own ? { ...member, devices } : member;
    const sharing = room.stage.onAir && room.stage.member === member.id;
    return { id: member.id, member: known, own, speaking: speaks(known, room, this.#voice), sharing, volume: this.#volumes.of(member.id) };
  }

  /** While somebody uses the list nothing moves away under their pointer or their focus. */
  #steady(order) {
    if (this.#list.inUse) {
      const place = new Map(this.#last.map((id, index) => [id, index]));
      order.sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
    }
    this.#last = order.map(({ id }) => id);
    return order;
  }

  #showLevels() {
    if (this.#list.open) {
      const { you } = this.#meeting.room;
      this.#list.rows.forEach((row) => row.showLevel(row.id === you ? this.#ownLevel() : this.#received.levelOf(row.id)));
    }
  }

  #ownLevel() {
    return this.#meeting.devices.muted ? 0 : this.#voice.level;
  }
}
