import { part } from "../common/dom.js";

/** The dialog in which somebody chooses how to see the others. */
export class LayoutDialog {
  #layout;
  #dialog = part("layout-dialog");
  #views = [...part("layout-view").querySelectorAll("input")];
  #most = part("layout-most");
  #self = part("layout-self");

  /** `layout`: the Layout that is chosen. */
  constructor(layout) {
    this.#layout = layout;
    part("open-layout").addEventListener("click", () => this.#open());
    this.#views.forEach((one) => one.addEventListener("change", () => layout.update({ view: one.value })));
    this.#most.addEventListener("change", () => layout.update({ most: Number(this.#most.value) }));
    this.#self.addEventListener("change", () => layout.update({ self: this.#self.checked }));
  }

  #open() {
    const { view, most, self } = this.#layout.values;
    this.#views.forEach((one) => (one.checked = one.value === view));
    this.#most.value = String(most);
    this.#self.checked = self;
    this.#dialog.showModal();
  }
}
