import { text } from "../../shared/texts.js";
import { element, part, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** The figures of all streams, in a table that is kept up to date while it is open. */
export class DetailsDialog {
  #dialog = part("details-dialog");
  #none = part("details-none");
  #table = part("details-table");
  #rows = new KeyedList(part("details-rows"), () => new DetailsRow());

  /** `onOpen()` and `onClose()`: somebody begins, or stops, to look. */
  constructor({ onOpen, onClose }) {
    this.open = () => {
      this.show([]);
      this.#dialog.showModal();
      onOpen();
    };
    this.#dialog.addEventListener("close", onClose);
    part("open-details").addEventListener("click", this.open);
  }

  /** Shows these rows: each `{id, who, what, cells}`, of which `cells` are texts in the order of the columns. */
  show(rows) {
    this.#none.hidden = rows.length > 0;
    this.#table.hidden = rows.length === 0;
    this.#rows.show(rows);
  }
}

class DetailsRow {
  element = element("tr");
  #head = element("th", { scope: "row", dir: "auto" });
  #cells = [];

  constructor() {
    this.element.append(this.#head);
  }

  update({ who, what, cells }) {
    setText(this.#head, text("details.row", who, what));
    cells.forEach((cell, index) => setText(this.#cell(index), cell));
  }

  #cell(index) {
    if (!this.#cells[index]) {
      this.#cells[index] = element("td");
      this.element.append(this.#cells[index]);
    }
    return this.#cells[index];
  }
}
