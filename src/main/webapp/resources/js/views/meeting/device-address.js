import { text, timeOf } from "../../shared/texts.js";
import { WhileListed } from "../../shared/while-listed.js";
import { element, icon, part, setText } from "../common/dom.js";

/** The dialog's part that tells how one device gets in, with everything ready to be copied. */
export class DeviceAddress {
  #section = part("device-address");
  #heading = part("device-address-title");
  #expires = part("device-address-expires");
  #ways = part("device-address-ways");
  #status = part("device-address-status");
  #shown = new WhileListed();

  /** `device` {id, name}, `ways` as of shared/ingests.js, `expires`: the date when the keys do. */
  show(device, ways, expires) {
    this.#shown.show(device.id);
    setText(this.#heading, text("device.address", device.name));
    setText(this.#expires, text("device.expires", timeOf(expires)));
    setText(this.#status, "");
    this.#ways.replaceChildren(...ways.map((way, index) => this.#way(way, index === 0)));
    this.#section.hidden = false;
    this.#heading.focus();
    this.#section.scrollIntoView({ block: "nearest" });
  }

  /** Takes the address off the page when its device is no longer among these. */
  keepAmong(ids) {
    if (this.#shown.isGone(ids)) {
      this.clear();
    }
  }

  /** Takes the address, which is a secret, off the page. */
  clear() {
    this.#shown.show(undefined);
    this.#section.hidden = true;
    this.#ways.replaceChildren();
  }

  #way({ protocol, fields, command }, open) {
    const summary = element("summary", { text: text(`device.way.${protocol}`) });
    const rows = fields.map(({ name, value }) =>
      this.#field(`${protocol}-${name}`, text(`device.field.${name}`), value),
    );
    const obs = protocol !== "srt" && element("p", { class: "address__obs", text: text(`device.obs.${protocol}`) });
    return element(
      "details",
      { class: "more address__way", open, data: { protocol } },
      summary,
      ...rows,
      obs,
      this.#example(protocol, command),
    );
  }

  #field(id, label, value) {
    const input = element("input", {
      id: `address-${id}`,
      type: "text",
      readonly: true,
      dir: "ltr",
      value,
      on: { focus: () => input.select() },
    });
    const copy = this.#copyButton(label, value, () => input.focus());
    return element(
      "div",
      { class: "field" },
      element("label", { for: input.id, text: label }),
      element("div", { class: "field__row" }, input, copy),
    );
  }

  #example(protocol, command) {
    const label = text("device.example");
    const code = element("code", { text: command });
    const scrolling = { role: "group", "aria-label": label, tabindex: "0" };
    const box = element(
      "pre",
      { class: "address__example", id: `address-${protocol}-example`, dir: "ltr", ...scrolling },
      code,
    );
    const copy = this.#copyButton(label, command, () => window.getSelection().selectAllChildren(code));
    return element(
      "div",
      { class: "field" },
      element("span", { class: "address__label", text: label }),
      element("div", { class: "field__row" }, box, copy),
    );
  }

  /** `select` marks the value, for browsers that give pages no clipboard (on plain http). */
  #copyButton(label, value, select) {
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(value);
        setText(this.#status, text("device.copied", label));
      } catch {
        select();
        setText(this.#status, text("device.copyByHand", label));
      }
    };
    const named = text("device.copy", label);
    return element(
      "button",
      { class: "icon-button", type: "button", "aria-label": named, title: named, on: { click: copy } },
      icon("copy"),
    );
  }
}
