// A page whose modules could not all be loaded does nothing: it is loaded again, three times at most, each time later.
// So it is when the network changes meanwhile, which ends what is on its way. This is no module: those may be missing.
(() => {
  const TRIES = "plenum.again";
  const MOST = 3;
  const FIRST_PAUSE = 1_000;
  const LONGEST_FETCH = 10_000;

  // What came damaged is kept for a year otherwise, and given again.
  function fetchAnew() {
    const modules = [...document.querySelectorAll("link[rel=modulepreload], script[type=module]")];
    const signal = AbortSignal.timeout(LONGEST_FETCH);
    return Promise.allSettled(modules.map(({ href, src }) => fetch(href || src, { cache: "reload", signal })));
  }

  async function loadAgain() {
    await fetchAnew();
    window.location.reload();
  }

  function look() {
    try {
      if ("running" in document.documentElement.dataset) {
        window.sessionStorage.removeItem(TRIES);
        return;
      }
      const tries = Number(window.sessionStorage.getItem(TRIES));
      if (tries < MOST) {
        window.sessionStorage.setItem(TRIES, String(tries + 1));
        setTimeout(loadAgain, FIRST_PAUSE * 2 ** tries);
      }
    } catch {
      // Without storage it would never end.
    }
  }

  if (document.readyState === "complete") {
    look();
  } else {
    window.addEventListener("load", look);
  }
})();
