import { part } from "../../views/common/dom.js";

/**
 * Lets the person switch off the keys of one letter, which are in the way of whoever dictates (WCAG 2.1.4). Answers a
 * function that tells whether they are on.
 */
export function offerLetterKeys({ choices }) {
  const box = part("letter-keys");
  const show = () => (box.checked = choices.values.letterKeys);
  box.addEventListener("change", () => choices.update({ letterKeys: box.checked }));
  choices.on("changed", show);
  show();
  return () => choices.values.letterKeys;
}
