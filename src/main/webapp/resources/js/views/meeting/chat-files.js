import { text } from "../../shared/texts.js";
import { element, icon, part, setAttribute, setText } from "../common/dom.js";
import { KeyedList } from "../common/keyed-list.js";

/** Files that one sends in the chat: chosen by a button, dropped on the panel or pasted; and those on their way. */
export class ChatFiles {
  #panel = part("chat");
  #choice = part("chat-file");
  #button = part("chat-attach");
  #uploads = part("chat-uploads");
  #rows;
  #onFiles;
  /** Elements of the panel over which files are dragged, each inside the one before. */
  #over = 0;

  /** `onFiles(files)`: the person wants to send these; `onAct(act, id)`: `cancel` or `retry` one on its way. */
  constructor(onFiles, onAct) {
    this.#onFiles = onFiles;
    this.#rows = new KeyedList(
      this.#uploads,
      () =>
        new UploadRow((act, id) => {
          this.#button.focus(); // The row is gone, or has other buttons.
          onAct(act, id);
        }),
    );
    this.#button.addEventListener("click", () => this.#choice.click());
    this.#choice.addEventListener("change", () => {
      this.#take([...this.#choice.files]);
      this.#choice.value = ""; // The same one may be chosen again.
    });
    this.#panel.addEventListener("paste", (event) => this.#paste(event));
    this.#panel.addEventListener("dragenter", (event) => this.#drag(event, 1));
    this.#panel.addEventListener("dragleave", (event) => this.#drag(event, -1));
    this.#panel.addEventListener("dragover", (event) => this.#hold(event));
    this.#panel.addEventListener("drop", (event) => this.#drop(event));
  }

  /** Whether files may be sent, and of which names: `{extensions}`, or undefined. */
  permit(limits) {
    this.#button.hidden = !limits;
    setAttribute(this.#choice, "accept", limits?.extensions.map((one) => `.${one}`).join(","));
  }

  /** Shows what is on its way: `{id, name, percent, state, problem, acts}` each. */
  show(items) {
    this.#rows.show(items);
    this.#uploads.hidden = items.length === 0;
  }

  #take(files) {
    if (files.length > 0) {
      this.#onFiles(files);
    }
  }

  /** Of what has text as well, such as a part of a document, the text is meant. */
  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!this.#button.hidden && files.length > 0 && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      this.#take(files);
    }
  }

  #drag(event, step) {
    if (hasFiles(event)) {
      this.#over = Math.max(0, this.#over + step);
      this.#showOver();
    }
  }

  /** Otherwise the browser would leave the meeting and open the file. */
  #hold(event) {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = this.#button.hidden ? "none" : "copy";
    }
  }

  #drop(event) {
    if (hasFiles(event)) {
      event.preventDefault();
      this.#over = 0;
      this.#showOver();
      this.#take(this.#button.hidden ? [] : [...event.dataTransfer.files]);
    }
  }

  #showOver() {
    part("chat-drop").hidden = this.#over === 0 || this.#button.hidden;
  }
}

const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;

/** One file on its way. */
class UploadRow {
  element;
  #name = element("bdi", { class: "upload__name" });
  #state = element("p", { class: "upload__state" });
  #fill = element("div", { class: "upload__fill" });
  #bar = element(
    "div",
    { class: "upload__bar", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100 },
    this.#fill,
  );
  #retry = element("button", { class: "button button--small", type: "button", data: { act: "retry" } });
  #cancel = element("button", { class: "icon-button", type: "button", data: { act: "cancel" } }, icon("close"));
  #id;

  constructor(onAct) {
    const body = element("div", { class: "upload__body" }, this.#name, this.#bar, this.#state);
    const properties = { class: "upload", data: { testid: "upload" } };
    this.element = element("li", properties, body, this.#retry, this.#cancel);
    setText(this.#retry, text("chat.retry"));
    this.element.addEventListener("click", ({ target }) => {
      const act = target.closest("button")?.dataset.act;
      if (act) {
        onAct(act, this.#id);
      }
    });
  }

  update({ id, name, percent, state, sentence }) {
    this.#id = id;
    this.element.dataset.state = state;
    setText(this.#name, name);
    setAttribute(this.#bar, "aria-label", text("chat.uploading", name));
    setAttribute(this.#bar, "aria-valuenow", String(percent));
    this.#fill.style.width = `${percent}%`;
    this.#bar.hidden = state === "refused";
    setAttribute(this.#state, "role", state === "refused" ? "alert" : undefined);
    setText(this.#state, sentence);
    this.#retry.hidden = state !== "refused";
    setAttribute(this.#cancel, "aria-label", text("chat.cancelUpload", name));
    setAttribute(this.#cancel, "title", text("chat.cancelUpload", name));
  }
}
