const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"];

/** Calls `listener` whenever the person does something on this page, or looks at it again. */
export function onActivity(listener) {
  SIGNS.forEach((sign) => document.addEventListener(sign, listener, { capture: true, passive: true }));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && listener());
}
