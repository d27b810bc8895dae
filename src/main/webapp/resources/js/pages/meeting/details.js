import { StreamFigures } from "../../media/stream-figures.js";
import { DetailsDialog } from "../../views/meeting/details-dialog.js";
import { cellsOf, rowWords } from "../../views/meeting/details-words.js";

const LOOK_EVERY = 2_000;
/** What flowed is known by two looks; the second one of a dialog that opens need not be late. */
const FIRST_AFTER = 500;

/** Shows the figures of all streams while the person looks at them. Answers how to open that. */
export function offerDetails(meeting) {
  const details = new Details(meeting);
  return details.open;
}

class Details {
  #meeting;
  #dialog = new DetailsDialog({ onOpen: () => this.#begin(), onClose: () => this.#end() });
  #figures;
  #timer;
  /** By row: how often its picture has stood still since the dialog is open. */
  #frozen;

  constructor(meeting) {
    this.#meeting = meeting;
  }

  get open() {
    return this.#dialog.open;
  }

  #begin() {
    this.#figures = new StreamFigures();
    this.#frozen = new Map();
    this.#look(this.#figures, FIRST_AFTER);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#figures = undefined;
  }

  async #look(figures, next = LOOK_EVERY) {
    clearTimeout(this.#timer);
    const rows = await Promise.all(this.#connections().map((one) => this.#measure(figures, one)));
    if (figures !== this.#figures) {
      return;
    }
    if (next === LOOK_EVERY) {
      this.#dialog.show(rows.flat());
    }
    this.#timer = setTimeout(() => this.#look(figures), next);
  }

  async #measure(figures, { key, who, screen, peer }) {
    const rows = await figures.look(peer);
    return rows.map((row, index) => {
      const id = `${key}/${row.kind}/${index}`;
      const frozenTimes = row.freezes === undefined ? undefined : (this.#frozen.get(id) ?? 0) + row.freezes;
      this.#frozen.set(id, frozenTimes);
      return { id, who, what: rowWords({ ...row, screen }), cells: cellsOf({ ...row, frozenTimes }) };
    });
  }

  /** What is sent, then what is played. */
  #connections() {
    const { audience, publisher, room, sharing } = this.#meeting;
    const own = { who: room.self?.name ?? "" };
    const others = audience.players.map(({ member, slot, player }) => ({
      key: `${member}/${slot}`,
      who: room.members.get(member)?.name ?? "",
      screen: slot === "screen",
      peer: player.peer,
    }));
    return [
      { ...own, key: "own/main", screen: false, peer: publisher.peer },
      { ...own, key: "own/screen", screen: true, peer: sharing.publisher.peer },
      ...others,
    ].filter(({ peer }) => peer);
  }
}
