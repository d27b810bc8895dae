// Notes, in milliseconds of the system's clock, when a call was begun, rang and was accepted; over a navigation too.
(() => {
  const KEY = "bench.call";
  const now = () => performance.timeOrigin + performance.now();
  const read = () => JSON.parse(window.sessionStorage.getItem(KEY) ?? "{}");
  const mark = (name, time = now()) => window.sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [name]: time }));

  window.addEventListener(
    "click",
    ({ target, timeStamp }) => {
      const pressed = target.closest("button");
      window.plenumRestart();
      if (pressed?.closest("[data-testid=person-card]")) {
        mark("clicked", performance.timeOrigin + timeStamp);
      } else if (pressed?.classList.contains("ring__button--yes")) {
        mark("accepted", performance.timeOrigin + timeStamp);
      }
    },
    { capture: true },
  );

  // A page that takes another one's place begins without a navigation.
  const realPush = history.pushState;
  history.pushState = function (...values) {
    realPush.apply(this, values);
    window.plenumMarks.navigated = performance.now();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const look = () => {
      if (document.querySelector("[data-testid=ring]") && read().rang === undefined) {
        mark("rang");
        requestAnimationFrame(() => requestAnimationFrame(() => mark("ringPainted")));
      }
    };
    new window.MutationObserver(look).observe(document.body, { childList: true });
  });

  /** Everything noted in this tab: the calls' marks, and those of first-frame.js in the system's clock. */
  window.plenumCall = () => {
    const page = Object.entries(window.plenumMarks).map(([name, time]) => [name, performance.timeOrigin + time]);
    return { ...read(), navigated: performance.timeOrigin, ...Object.fromEntries(page) };
  };
  window.plenumForget = () => window.sessionStorage.removeItem(KEY);
})();
