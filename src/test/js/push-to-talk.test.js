import assert from "node:assert/strict";
import test from "node:test";
import { PushToTalk } from "../../main/webapp/resources/js/views/meeting/push-to-talk.js";

/** A page with a button, and somebody who presses keys on it; `told` is what was said of talking. */
function page() {
  const [document, window, button] = [new EventTarget(), new EventTarget(), new EventTarget()];
  const told = [];
  const key = new PushToTalk({ talk: (talking) => told.push(talking), button, page: document, frame: window });
  const press = (type, properties = {}) => {
    const event = Object.assign(new Event(type, { cancelable: true }), { code: "Space", ...properties });
    // An event of Node has no target but the one it is sent to.
    Object.defineProperty(event, "target", { value: properties.on ?? { closest: () => null } });
    document.dispatchEvent(event);
    return event;
  };
  const hold = (type) => button.dispatchEvent(Object.assign(new Event(type), { button: 0 }));
  return { key, told, press, hold, window, document };
}

const field = { closest: (selector) => (selector.includes("input") ? {} : null) };

test("talks while the space bar is held, and presses nothing with it", () => {
  const { key, told, press } = page();
  key.on = true;
  assert.equal(press("keydown").defaultPrevented, true);
  assert.equal(press("keydown", { repeat: true }).defaultPrevented, true);
  assert.deepEqual([told, key.held], [[true], true]);
  assert.equal(press("keyup").defaultPrevented, true);
  assert.deepEqual([told, key.held], [[true, false], false]);
});

test("leaves the space bar alone while it is off", () => {
  const { told, press } = page();
  assert.equal(press("keydown").defaultPrevented, false);
  assert.equal(press("keyup").defaultPrevented, false);
  assert.deepEqual(told, []);
});

test("lets the person write, and press Ctrl with space", () => {
  const { key, told, press } = page();
  key.on = true;
  assert.equal(press("keydown", { on: field }).defaultPrevented, false);
  press("keydown", { ctrlKey: true });
  press("keydown", { code: "Enter" });
  assert.deepEqual(told, []);
});

test("leaves every key to the chat while one is there, also on its buttons", () => {
  const { key, told, press } = page();
  key.on = true;
  const button = { closest: (selector) => (selector.split(", ").includes(".chat") ? {} : null) };
  assert.equal(press("keydown", { on: button }).defaultPrevented, false);
  assert.deepEqual(told, []);
});

test("stops when the key is let go in a field", () => {
  const { key, told, press } = page();
  key.on = true;
  press("keydown");
  press("keyup", { on: field });
  assert.deepEqual(told, [true, false]);
});

test("stops when the window is left or hidden, where nobody hears of the key any more", () => {
  for (const [target, type] of [
    ["window", "blur"],
    ["document", "visibilitychange"],
  ]) {
    const made = page();
    made.key.on = true;
    made.press("keydown");
    made[target].dispatchEvent(new Event(type));
    assert.deepEqual(made.told, [true, false]);
  }
});

test("stops when it is switched off", () => {
  const { key, told, press } = page();
  key.on = true;
  press("keydown");
  key.on = false;
  press("keyup");
  assert.deepEqual(told, [true, false]);
});

test("talks while the button is held, for those who have no keys", () => {
  const { key, told, hold } = page();
  hold("pointerdown");
  assert.deepEqual(told, []);
  key.on = true;
  hold("pointerdown");
  hold("pointerleave");
  hold("pointerup");
  assert.deepEqual(told, [true, false]);
});
