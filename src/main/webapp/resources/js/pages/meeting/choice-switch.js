import { part } from "../../views/common/dom.js";

/** Lets the person switch one of the choices on and off, by the box of this id. Answers a function that tells it. */
export function offerSwitch({ choices }, id, name) {
  const box = part(id);
  const show = () => (box.checked = choices.values[name]);
  box.addEventListener("change", () => choices.update({ [name]: box.checked }));
  choices.on("changed", show);
  show();
  return () => choices.values[name];
}
