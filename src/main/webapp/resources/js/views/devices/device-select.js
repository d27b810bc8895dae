import { NONE } from "../../media/choices.js";
import { text } from "../../shared/texts.js";
import { element } from "../common/dom.js";

/** A list of devices of one kind to choose from. */
export class DeviceSelect {
  #select;
  #kind;

  /** `onChoice({id, label})`: the person chose; id "" is the default, NONE is none. */
  constructor(select, kind, onChoice) {
    this.#select = select;
    this.#kind = kind;
    select.addEventListener("change", () => {
      const option = select.selectedOptions[0];
      onChoice({ id: option.value, label: option.dataset.label ?? "" });
    });
  }

  /**
   * Shows `devices` with `chosen` selected. `using` is the id of what is really used: it is shown as
   * chosen when the choice is "whatever the browser takes".
   */
  show(devices, chosen, using) {
    const options = devices.map((device, index) => this.#option(device, index)).filter(Boolean);
    if (options.length === 0) {
      options.push(element("option", { value: "", text: text(`device.${this.#kind}.default`) }));
    }
    if (this.#kind !== "speaker") {
      options.push(element("option", { value: NONE, text: text(`device.${this.#kind}.none`) }));
    }
    this.#select.replaceChildren(...options);
    const wanted = chosen === "" ? (using ?? "") : chosen;
    const found = options.some((option) => option.value === wanted);
    this.#select.value = found ? wanted : options[0].value;
  }

  #option({ id, label }, index) {
    if (id === "" && label === "" && index > 0) {
      return undefined;
    }
    const name = label || text(`device.${this.#kind}.default`);
    return element("option", { value: id, text: name, data: { label } });
  }
}
