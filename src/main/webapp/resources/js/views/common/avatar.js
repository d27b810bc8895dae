import { bucketOf, initials } from "../../shared/names.js";
import { element, icon } from "./dom.js";

const COLOURS = 8;

/** A person's initials in the person's colour; for a device a symbol. */
export function avatar({ id, name, kind }, extra = "") {
  const device = kind === "device";
  const colour = device ? "device" : bucketOf(id, COLOURS);
  const properties = { class: `avatar avatar--${colour} ${extra}`.trim(), "aria-hidden": "true" };
  return device
    ? element("span", properties, icon("device"))
    : element("span", { ...properties, text: initials(name) });
}
