/** Writes every moment within an element, also one that comes later, as the reader's clock and language have it. */
export class LiveTimes {
  #format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "medium" });

  constructor(root) {
    this.#writeAll(root);
    new MutationObserver((changes) =>
      changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.querySelectorAll && this.#writeAll(node))),
    ).observe(root, { childList: true, subtree: true });
  }

  #writeAll(node) {
    const moments = node.querySelectorAll("time[datetime]");
    (node.matches("time[datetime]") ? [node, ...moments] : moments).forEach((moment) => this.#write(moment));
  }

  #write(moment) {
    const written = this.#format.format(new Date(moment.dateTime));
    if (moment.textContent !== written) {
      moment.textContent = written;
    }
  }
}
