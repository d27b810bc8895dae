import { text } from "../../shared/texts.js";
import { element, icon, setAttribute, setIcon } from "../common/dom.js";

/** The button by which somebody, or a device, is watched or not. */
export class WatchButton {
  element;

  constructor(className, onWatch) {
    this.element = element("button", { class: className, type: "button", on: { click: onWatch } }, icon("eye"));
  }

  /** Shows whether the one of this look is watched. */
  show({ name, watched }) {
    const label = text(watched ? "tile.unwatch" : "tile.watch", name);
    setAttribute(this.element, "aria-label", label);
    setAttribute(this.element, "title", label);
    setIcon(this.element.firstElementChild, watched ? "eye" : "eye-off");
  }
}
