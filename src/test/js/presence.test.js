import assert from "node:assert/strict";
import test from "node:test";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { clockOf } from "../../main/webapp/resources/js/shared/duration.js";
import { Idle } from "../../main/webapp/resources/js/shared/idle.js";
import { PresenceReport } from "../../main/webapp/resources/js/signal/presence.js";
import { playTime } from "./time.js";

const MINUTE = 60_000;

/** Somebody whom the test makes idle after five minutes; `told` are the changes so far. */
function somebody(t) {
  const setClock = playTime(t, ["setTimeout"]);
  const told = [];
  return { idle: new Idle(5 * MINUTE, (now) => told.push(now)), told, timers: t.mock.timers, setClock };
}

test("takes somebody who does nothing for five minutes for away, and what they do then for a return", (t) => {
  const { idle, told, timers } = somebody(t);
  timers.tick(5 * MINUTE);
  assert.deepEqual(told, [true]);
  idle.active();
  idle.active();
  assert.deepEqual(told, [true, false]);
  timers.tick(5 * MINUTE);
  assert.deepEqual(told, [true, false, true]);
});

test("takes somebody for away after five minutes, whatever the clock is set to meanwhile", (t) => {
  for (const by of [-3_600_000, 3_600_000]) {
    const { idle, told, timers, setClock } = somebody(t);
    idle.active();
    setClock(by);
    timers.tick(4 * MINUTE);
    assert.deepEqual(told, []);
    timers.tick(MINUTE);
    assert.deepEqual(told, [true]);
    t.mock.reset();
    t.mock.timers.reset();
  }
});

test("never takes somebody for away who does something now and then", (t) => {
  const { idle, told, timers } = somebody(t);
  for (let time = 0; time < 10; time += 1) {
    timers.tick(4 * MINUTE);
    idle.active();
  }
  assert.deepEqual(told, []);
});

test("reports devices and absence when they change, and again to a server that may have forgotten", () => {
  const line = new Bus();
  const sent = [];
  line.send = (message) => sent.push(message);
  const report = new PresenceReport(line);
  line.emit("welcome", {});
  assert.deepEqual(sent, []);
  report.update({ camera: true });
  report.update({ camera: true });
  report.update({ away: true });
  line.emit("welcome", {});
  const message = (camera, away) => ({ type: "update-presence", camera, microphone: false, away });
  assert.deepEqual(sent, [message(true, false), message(true, true), message(true, true)]);
});

test("reports that somebody has no devices", () => {
  const line = new Bus();
  const sent = [];
  line.send = (message) => sent.push(message);
  new PresenceReport(line).update({ camera: false, microphone: false });
  assert.deepEqual(sent, [{ type: "update-presence", camera: false, microphone: false, away: false }]);
});

test("shows durations as a clock does", () => {
  assert.deepEqual([-3, 0, 7.9, 75, 3599, 3723].map(clockOf), ["0:00", "0:00", "0:07", "1:15", "59:59", "1:02:03"]);
});
