/**
 * Writes what the server tells for programs as people read it, within an element, also what comes later: `writers` are
 * functions of an element, by selector.
 */
export class LiveWords {
  #writers;

  constructor(root, writers) {
    this.#writers = Object.entries(writers);
    this.#writeAll(root);
    new MutationObserver((changes) =>
      changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.querySelectorAll && this.#writeAll(node))),
    ).observe(root, { childList: true, subtree: true });
  }

  #writeAll(node) {
    this.#writers.forEach(([selector, words]) => {
      const found = node.querySelectorAll(selector);
      (node.matches(selector) ? [node, ...found] : found).forEach((element) => write(element, words(element)));
    });
  }
}

function write(element, written) {
  if (element.textContent !== written) {
    element.textContent = written;
  }
}
