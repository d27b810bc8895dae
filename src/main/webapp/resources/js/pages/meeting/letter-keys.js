import { offerSwitch } from "./choice-switch.js";

/**
 * Lets the person switch off the keys of one letter, which are in the way of whoever dictates (WCAG 2.1.4). Answers a
 * function that tells whether they are on.
 */
export function offerLetterKeys(site) {
  return offerSwitch(site, "letter-keys", "letterKeys");
}
