import assert from "node:assert/strict";
import test from "node:test";
import { ManyTold } from "../../main/webapp/resources/js/pages/meeting/many-told.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";

loadTexts({ "toast.joined": "{0} joined", "toast.joined.many.other": "{0} people joined" }, "en");

/** Toasts that are only kept, until `pass` is called. */
class Kept {
  shown = [];

  get sentences() {
    return this.shown.map(({ sentence }) => sentence);
  }

  show(sentence, kind, before) {
    const toast = { sentence, isConnected: true };
    this.shown = [...this.shown.filter((one) => one !== before), toast];
    return toast;
  }

  pass() {
    this.shown.forEach((one) => (one.isConnected = false));
    this.shown = [];
  }
}

test("whoever comes while one reads of another is counted with them, in one toast", () => {
  const toasts = new Kept();
  const joined = new ManyTold(toasts, "toast.joined");
  joined.tell("Ada");
  joined.tell("Bob");
  joined.tell("Cleo");
  assert.deepEqual(toasts.sentences, ["3 people joined"]);
});

test("who comes later is told by name again", () => {
  const toasts = new Kept();
  const joined = new ManyTold(toasts, "toast.joined");
  joined.tell("Ada");
  joined.tell("Bob");
  toasts.pass();
  joined.tell("Ada");
  assert.deepEqual(toasts.sentences, ["Ada joined"]);
});
