/**
 * Keeps a container's children equal to a list of items without rebuilding what stays, so that focus,
 * playing video and screen readers are not disturbed.
 */
export class KeyedList {
  #container;
  #create;
  #rows = new Map();

  /** `create(item)` makes a row: an object with `element`, `update(item)` and perhaps `remove()`. */
  constructor(container, create) {
    this.#container = container;
    this.#create = create;
  }

  /** Shows `items`, each with a unique `id`, in this order. */
  show(items) {
    const wanted = new Set(items.map((item) => item.id));
    [...this.#rows.keys()].filter((id) => !wanted.has(id)).forEach((id) => this.#remove(id));
    let place = this.#container.firstElementChild;
    for (const item of items) {
      const row = this.#rows.get(item.id) ?? this.#add(item);
      row.update(item);
      if (row.element === place) {
        place = place.nextElementSibling;
      } else {
        this.#container.insertBefore(row.element, place);
      }
    }
  }

  /** The row of the item with this id, if it is shown. */
  row(id) {
    return this.#rows.get(id);
  }

  /** All rows shown. */
  get rows() {
    return [...this.#rows.values()];
  }

  #add(item) {
    const row = this.#create(item);
    this.#rows.set(item.id, row);
    return row;
  }

  #remove(id) {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    row.remove?.();
    row.element.remove();
  }
}
