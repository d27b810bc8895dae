/** An EventTarget whose events are a name and a plain detail. */
export class Bus extends EventTarget {
  /** Tells every listener of `type`; `detail` is handed over as it is. */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Calls `listener(detail)` for each event of `type` until `signal`, if given, is aborted. */
  on(type, listener, signal) {
    this.addEventListener(type, (event) => listener(event.detail), { signal });
    return this;
  }

  /** Resolves with the detail of the next event of `type`. */
  next(type) {
    return new Promise((resolve) => this.addEventListener(type, ({ detail }) => resolve(detail), { once: true }));
  }
}
