import assert from "node:assert/strict";
import test from "node:test";
import { Lasting } from "../../main/webapp/resources/js/shared/lasting.js";

function lasting(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const action = t.mock.fn();
  return { state: new Lasting(6_000, action), calls: () => action.mock.callCount(), timers: t.mock.timers };
}

test("acts after the time, although it is looked at again and again", (t) => {
  const { state, calls, timers } = lasting(t);
  for (let second = 0; second < 6; second++) {
    state.is(true);
    timers.tick(1_000);
  }
  assert.equal(calls(), 1);
});

test("begins anew after a break", (t) => {
  const { state, calls, timers } = lasting(t);
  state.is(true);
  timers.tick(5_000);
  state.is(false);
  state.is(true);
  timers.tick(5_000);
  assert.equal(calls(), 0);
});

test("acts again when it still holds afterwards", (t) => {
  const { state, calls, timers } = lasting(t);
  for (let look = 0; look < 2; look++) {
    state.is(true);
    timers.tick(6_000);
  }
  assert.equal(calls(), 2);
});
