import { text } from "../../shared/texts.js";
import { element } from "../common/dom.js";

/**
 * Lets a reader choose which columns of a table are shown, for as long as the tab is open. Columns are hidden by a
 * style sheet made here, so that rows which come later have none of them either. `store` keeps JSON values by key.
 */
export class ColumnChoice {
  #table;
  #store;
  #key;
  #hidden;
  #boxes;
  #sheet = new window.CSSStyleSheet();

  /** `table` is the component with an id; `place` the element that is to hold the choice. */
  constructor({ table, place, store }) {
    this.#table = table;
    this.#store = store;
    this.#key = `columns ${window.location.pathname}`;
    this.#hidden = new Set(store.read(this.#key, []));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    const heads = [...table.querySelectorAll("thead th")];
    this.#boxes = heads.map((head, at) => this.#box(at));
    place.append(
      element(
        "details",
        { class: "columns" },
        element("summary", { class: "button", text: text("admin.columns") }),
        element(
          "fieldset",
          { class: "columns__list" },
          element("legend", { class: "visually-hidden", text: text("admin.columns") }),
          ...heads.map((head, at) =>
            element("label", { class: "columns__one" }, this.#boxes[at], element("span", { text: titleOf(head) })),
          ),
        ),
      ),
    );
    this.#closeOutside(place.querySelector("details"));
    this.#apply();
  }

  #box(at) {
    const box = element("input", { type: "checkbox", on: { change: () => this.#choose(at, box.checked) } });
    box.checked = !this.#hidden.has(at);
    return box;
  }

  #choose(at, shown) {
    if (shown) {
      this.#hidden.delete(at);
    } else {
      this.#hidden.add(at);
    }
    this.#store.write(this.#key, [...this.#hidden]);
    this.#apply();
  }

  /** One column stays. */
  #apply() {
    const shown = this.#boxes.filter(({ checked }) => checked);
    this.#boxes.forEach((box) => (box.disabled = shown.length === 1 && box.checked));
    const id = window.CSS.escape(this.#table.id);
    const rows = [...this.#hidden]
      .map((at) => `#${id} tr:not(.ui-datatable-empty-message) > :nth-child(${at + 1})`)
      .join(", ");
    this.#sheet.replaceSync(rows && `${rows} { display: none !important; }`);
  }

  #closeOutside(details) {
    const close = () => (details.open = false);
    document.addEventListener("pointerdown", ({ target }) => details.contains(target) || close());
    details.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") {
        close();
        details.querySelector("summary").focus();
      }
    });
  }
}

function titleOf(head) {
  return (head.querySelector(".ui-column-title") ?? head).textContent.trim();
}
