import { bucketOf, initials } from "../shared/names.js";
import { element } from "./dom.js";

const COLOURS = 8;

/** A person's initials in the person's colour. */
export function avatar({ id, name }, extra = "") {
  const colour = bucketOf(id, COLOURS);
  return element("span", { class: `avatar avatar--${colour} ${extra}`.trim(), "aria-hidden": "true", text: initials(name) });
}
