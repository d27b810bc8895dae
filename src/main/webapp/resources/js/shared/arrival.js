/** What was loaded ahead, by the address of a page's own module. */
const ahead = new Map();

/**
 * Loads a page's own module with all that it imports, though the page is not shown yet: the module goes no further than
 * `arrival`, before which it must not touch the document. The promise resolves when it is there. A module runs once, so
 * the page is shown once at most.
 */
export function loadAhead(address) {
  if (!ahead.has(address)) {
    ahead.set(address, load(address));
  }
  return ahead.get(address).loaded;
}

function load(address) {
  const module = {};
  module.shown = new Promise((resolve) => (module.show = resolve));
  module.loaded = new Promise((resolve, reject) => {
    module.arrived = resolve;
    // eslint-disable-next-line no-unsanitized/method -- from a page of this site; no other script may run here
    import(address).then(resolve, (error) => {
      ahead.delete(address);
      reject(error);
      throw error; // Whoever waits may have gone on: the browser's console tells.
    });
  });
  return module;
}

/**
 * What the module of a page that may be loaded ahead waits for first; with a navigation there is nothing to wait for.
 */
export function arrival(address) {
  const module = ahead.get(address);
  module?.arrived();
  return module?.shown;
}

/** The page of the module at `address`, which was loaded ahead, is shown: the module goes on. */
export function arrive(address) {
  ahead.get(address).show();
}
