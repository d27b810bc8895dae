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
    const one = { id, parentElement: cellOf(id), isConnected: true };
    one.closest = (what) => (what === "tbody" ? (id.startsWith("go") ? null : {}) : one);
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
    press: (key = "Enter") => listeners.get("keydown")({ key, target: document.activeElement }),
    click: () => listeners.get("pointerdown")(),
    put,
    focus: (id) => listeners.get("focusin")({ target: put(id) }),
    /** The answer of the server: these buttons, none of which has the focus. */
    answer(next) {
      buttons.forEach((one) => (one.isConnected = false));
      buttons = next.map(button);
      document.activeElement = body;
      changed();
      t.mock.timers.tick(1);
    },
    /** What was pressed cannot be pressed until the answer is there. */
    disable() {
      document.activeElement.disabled = true;
      document.activeElement = body;
      changed();
      t.mock.timers.tick(1);
    },
    pass: (time) => t.mock.timers.tick(time),
    active: () => document.activeElement,
    body,
  };
}

test("goes to where a button stands that cannot have the focus any more", (t) => {
  const { press, focus, answer, active } = page(t, ["name", "mute", "stop"]);
  focus("mute");
  press();
  answer(["name", "mute", "stop"]);
  assert.equal(active().name, "cell of mute");
  assert.equal(active().tabIndex, -1);
});

test("goes to where the next one stands when a line is gone, and to the page when all are", (t) => {
  const { press, focus, answer, active, root } = page(t, ["a", "b", "c"]);
  focus("b");
  press();
  answer(["a", "c"]);
  assert.equal(active().name, "cell of c");
  focus("c");
  press();
  answer(["a"]);
  assert.equal(active().name, "cell of a");
  focus("a");
  press();
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
  focus("go");
  press(" ");
  answer(["name", "go"]);
  assert.equal(active().id, "go");
});

test("leaves those alone who have a mouse, and who are elsewhere already", (t) => {
  const { press, click, focus, answer, active, body } = page(t, ["a", "b"]);
  focus("a");
  press();
  click();
  focus("b");
  answer(["a", "b"]);
  assert.equal(active(), body);
});

test("goes there once, whatever a page refreshes by itself afterwards", (t) => {
  const { press, focus, answer, active, body } = page(t, ["a", "b"]);
  focus("a");
  press();
  answer(["a", "b"]);
  assert.equal(active().name, "cell of a");
  answer(["a", "b"]);
  assert.equal(active(), body);
});

test("moves nothing for who only goes through the page, and presses nothing", (t) => {
  const { press, focus, answer, active, body } = page(t, ["a", "b"]);
  press("Tab");
  focus("a");
  answer(["a", "b"]);
  assert.equal(active(), body);
  focus("b");
  press();
  press("Tab");
  answer(["a", "b"]);
  assert.equal(active(), body);
});

test("forgets an act that nothing answered for some seconds", (t) => {
  const { press, focus, pass, answer, active, body } = page(t, ["a", "b"]);
  focus("a");
  press();
  pass(5000);
  answer(["a", "b"]);
  assert.equal(active(), body);
});

test("waits for the answer while what was pressed is disabled", (t) => {
  const { press, focus, disable, answer, active, body } = page(t, ["a", "b"]);
  focus("a");
  press();
  disable();
  assert.equal(active(), body);
  answer(["b"]);
  assert.equal(active().name, "cell of b");
});

test("knows what asked a question, to which the focus comes back", (t) => {
  const { press, put, focus, answer, active } = page(t, ["a", "b", "yes"]);
  put("yes");
  press();
  focus("b");
  answer(["a", "b", "yes"]);
  assert.equal(active().name, "cell of b");
});
