import { actsOn, messageOf } from "../../meeting/moderation.js";
import { moderates } from "../../shared/room-rights.js";
import { text, textOf } from "../../shared/texts.js";
import { confirm } from "../../views/common/confirm.js";
import { WaitingList } from "../../views/meeting/waiting-list.js";
import { sentenceOf } from "../site/refusals.js";

/** What is asked about before it is done. */
const ASKED = new Set(["handOver", "remove", "ban"]);

/** What moderators do to people in the room, and with who waits before it. */
export class Moderation {
  #site;
  #room;
  #waiting;

  /** `openList()`: shows the list of people. */
  constructor(site, room, openList) {
    this.#site = site;
    this.#room = room;
    this.#waiting = new WaitingList({
      admit: ({ id }) => this.#ask("admit-person", { person: id }),
      turnAway: ({ id }) => this.#ask("turn-away", { person: id }),
      admitAll: () => this.#ask("admit-all"),
    });
    const see = { label: text("door.see"), run: openList };
    room.on("changed", () => this.#show(see));
    room.on("held", ({ kind, by }) => by && site.toasts.show(text(`held.${kind}`, by)));
  }

  /** The look with what can be done to that one. */
  withActs(look) {
    return { ...look, acts: actsOn(look, this.#room) };
  }

  /** Does what the person chose of them. */
  async act(act, { id, name }) {
    const sure =
      !ASKED.has(act) ||
      (await confirm({
        title: text(`acts.${act}.title`, name),
        sentence: text(`acts.${act}.sentence`, name),
        agree: text(`acts.${act}`),
      }));
    if (sure) {
      await this.#ask(...messageOf(act, id, this.#room));
    }
  }

  #show(see) {
    const people = moderates(this.#room) ? this.#room.waiting : [];
    this.#waiting.show(people);
    this.#site.banners.showIf(people.length > 0, "waiting", textOf(people.length, "door.banner"), see);
  }

  async #ask(type, members) {
    try {
      await this.#room.ask(type, members);
    } catch (error) {
      this.#site.toasts.show(sentenceOf(error), "problem");
    }
  }
}
