// A page whose modules could not all be loaded does nothing: it is loaded again, three times at most, each time later.
// So it is when the network changes meanwhile, which ends what is on its way. This is no module: those may be missing.
(() => {
  const TRIES = "plenum.again";
  const MOST = 3;
  const FIRST_PAUSE = 1_000;

  function look() {
    try {
      if ("running" in document.documentElement.dataset) {
        window.sessionStorage.removeItem(TRIES);
        return;
      }
      const tries = Number(window.sessionStorage.getItem(TRIES));
      if (tries < MOST) {
        window.sessionStorage.setItem(TRIES, String(tries + 1));
        setTimeout(() => window.location.reload(), FIRST_PAUSE * 2 ** tries);
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
