import { element, icon, part } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

const AT_MOST = 5;

/** Where people have no tiles: their reactions in a corner, each with its name. The status of gestures reads them. */
export class ReactionFeed {
  #rows = new KeyedList(part("reaction-feed"), (look) => new Reaction(look));

  /** Shows the reactions of these looks, as of lookOf. */
  show(looks) {
    const shown = looks.filter(({ reaction }) => reaction).slice(-AT_MOST);
    this.#rows.show(shown.map(({ id, name, reaction }) => ({ id: `${id} ${reaction.number}`, name, reaction })));
  }
}

class Reaction {
  element;

  constructor({ name, reaction: { reaction } }) {
    const who = element("span", { class: "reaction-feed__name", text: name });
    this.element = element(
      "li",
      { class: "reaction-feed__one", data: { reaction } },
      icon(`reaction-${reaction}`),
      who,
    );
  }

  update() {}
}
