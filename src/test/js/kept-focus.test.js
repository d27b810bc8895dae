import assert from "node:assert/strict";
import test from "node:test";
import { KeptFocus } from "../../main/webapp/resources/js/views/admin/kept-focus.js";

/** A page with these buttons, each in a cell of its own. */
function page(t, ids) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const listeners = new Map();
  const listen = (type, listener) => listeners.set(type, listener);
  const body = { name: "body" };
  const cellOf = (id) => {
    const cell = { name: `cell of ${id}`, focus: () => (document.activeElement = cell) };
    return cell;
  };
  const button = (id) => {
    const one = { id, parentElement: cellOf(id), closest: () => (id.startsWith("go") ? null : {}) };
    one.focus = () => (document.activeElement = one);
    return one;
  };
  let buttons = ids.map(button);
  let changed = () => {};
  const document = { body, activeElement: body, addEventListener: listen };
  globalThis.document = document;
  globalThis.MutationObserver = class {
    constructor(listener) {
      changed = listener;
    }
    observe() {}
  };
  t.after(() => {
    delete globalThis.document;
    delete globalThis.MutationObserver;
  });
  const root = {
    addEventListener: listen,
    querySelectorAll: () => buttons,
    focus: () => (document.activeElement = root),
  };
  new KeptFocus(root);
  const put = (id) => (document.activeElement = buttons.find((one) => one.id === id));
  return {
    root,
    press: () => listeners.get("keydown")({ target: document.activeElement }),
    click: () => listeners.get("pointerdown")(),
    put,
    focus: (id) => listeners.get("focusin")({ target: put(id) }),
    /** The answer of the server: these buttons, none of which has the focus. */
    answer(next) {
      buttons = next.map(button);
      document.activeElement = body;
      changed();
      t.mock.timers.tick(1);
    },
    active: () => document.activeElement,
    body,
  };
}

test("goes to where a button stands that cannot have the focus any more", (t) => {
  const { press, focus, answer, active } = page(t, ["name", "mute", "stop"]);
  press();
  focus("mute");
  answer(["name", "mute", "stop"]);
  assert.equal(active().name, "cell of mute");
  assert.equal(active().tabIndex, -1);
});

test("goes to where the next one stands when a line is gone, and to the page when all are", (t) => {
  const { press, focus, answer, active, root } = page(t, ["a", "b", "c"]);
  press();
  focus("b");
  answer(["a", "c"]);
  assert.equal(active().name, "cell of c");
  focus("c");
  answer(["a"]);
  assert.equal(active().name, "cell of a");
  focus("a");
  answer([]);
  assert.equal(active(), root);
});

test("knows where a key was pressed also where nothing told of the focus", (t) => {
  const { press, put, answer, active } = page(t, ["a", "b"]);
  put("b");
  press();
  answer(["a", "b"]);
  assert.equal(active().name, "cell of b");
});

test("comes back to a button outside of tables that can be pressed again", (t) => {
  const { press, focus, answer, active } = page(t, ["name", "go"]);
  press();
  focus("go");
  answer(["name", "go"]);
  assert.equal(active().id, "go");
});

test("leaves those alone who have a mouse, and who are elsewhere already", (t) => {
  const { press, click, focus, answer, active, body } = page(t, ["a", "b"]);
  press();
  focus("a");
  click();
  focus("b");
  answer(["a", "b"]);
  assert.equal(active(), body);
});
