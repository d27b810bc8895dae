import { nameLength } from "../../shared/names.js";
import { text } from "../../shared/texts.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";
import { DeviceAddress } from "./device-address.js";

const LONGEST = 40;

/** The dialog in which people add cameras and other devices to the room, and remove them. */
export class RoomDevices {
  address = new DeviceAddress();
  #dialog = part("room-devices");
  #opener = part("open-room-devices");
  #input = part("device-name");
  #problem = part("device-name-problem");
  #list;

  /**
   * `actions`: `add(name)`, `request(device)` and `renew(device)`, whose promises answer a sentence when they were
   * refused, else undefined; `remove(device)`.
   */
  constructor(actions) {
    const told = (action) => async (device) => this.#show(await action(device));
    const row = () => new DeviceRow({ ...actions, request: told(actions.request), renew: told(actions.renew) });
    this.#list = new KeyedList(part("room-device-list"), row);
    this.#opener.addEventListener("click", () => this.#dialog.showModal());
    part("room-devices-close").addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("close", () => this.#closed());
    this.#input.addEventListener("input", () => this.#show(this.#lengthProblem()));
    part("add-device").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(actions.add);
    });
  }

  /**
   * Shows these devices, each {id, name, onAir, readable, renewable}, of which the room may have `limit`; with 0 there
   * is nothing to open.
   */
  show(devices, limit) {
    this.#opener.hidden = limit === 0;
    part("room-devices-none").hidden = devices.length > 0;
    this.#list.show(devices);
    this.address.keepAmong(devices.filter(({ readable }) => readable).map(({ id }) => id));
  }

  /** Closes the dialog: there is no room any more. */
  close() {
    this.#dialog.close();
  }

  async #submit(add) {
    const name = this.#input.value.trim();
    const problem = name === "" ? text("deviceName.missing") : this.#lengthProblem() || (await add(name));
    this.#show(problem);
    if (problem) {
      this.#input.focus();
    } else if (this.#input.value.trim() === name) {
      this.#input.value = ""; // Unless the next name is written already.
    }
  }

  #lengthProblem() {
    return nameLength(this.#input.value.trim()) > LONGEST ? text("deviceName.tooLong", LONGEST) : "";
  }

  #show(sentence = "") {
    setText(this.#problem, sentence);
    this.#problem.hidden = sentence === "";
    setAttribute(this.#input, "aria-invalid", sentence ? "true" : undefined);
  }

  #closed() {
    this.address.clear();
    this.#show();
  }
}

/** One device in the list. */
class DeviceRow {
  element;
  #device;
  #name = element("span", { class: "room-device__name", dir: "auto" });
  #state = element("span", { class: "room-device__state" });
  #address;
  #renew;
  #remove;

  constructor({ request, renew, remove }) {
    this.#address = element("button", {
      class: "button button--small",
      type: "button",
      text: text("device.show"),
      on: { click: () => request(this.#device) },
    });
    this.#renew = element("button", {
      class: "button button--small",
      type: "button",
      text: text("device.renew"),
      on: { click: () => renew(this.#device) },
    });
    this.#remove = element(
      "button",
      { class: "icon-button", type: "button", on: { click: () => remove(this.#device) } },
      icon("trash"),
    );
    const names = element("div", { class: "room-device__names" }, this.#name, this.#state);
    this.element = element(
      "li",
      { class: "room-device", data: { testid: "room-device" } },
      icon("device"),
      names,
      this.#address,
      this.#renew,
      this.#remove,
    );
  }

  update(device) {
    this.#device = device;
    this.element.dataset.onAir = String(device.onAir);
    setText(this.#name, device.name);
    setText(this.#state, text(device.onAir ? "device.onAir" : "device.waiting"));
    setAttribute(this.#address, "aria-label", text("device.showNamed", device.name));
    this.#address.hidden = !device.readable;
    this.#renew.hidden = !device.renewable;
    setAttribute(this.#renew, "aria-label", text("device.renewNamed", device.name));
    setAttribute(this.#remove, "aria-label", text("device.removeNamed", device.name));
    setAttribute(this.#remove, "title", text("device.removeNamed", device.name));
  }
}
