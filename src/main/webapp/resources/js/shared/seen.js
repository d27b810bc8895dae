/** Whether somebody can see the page: browsers may save themselves the decoding of pictures that nobody sees. */
export function isSeen() {
  return globalThis.document?.visibilityState !== "hidden";
}
