import assert from "node:assert/strict";
import test from "node:test";
import { Choices } from "../../main/webapp/resources/js/media/choices.js";
import { earlyDevices } from "../../main/webapp/resources/js/media/early-devices.js";
import { earlyMedia } from "../../main/webapp/resources/js/media/early-media.js";
import { GivingWay, Going } from "../../main/webapp/resources/js/pages/site/going.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { earlySocket } from "../../main/webapp/resources/js/signal/early-socket.js";
import { devices, storage } from "./devices.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

/** A page that gives way, in a browser that the test plays; `done` is what happened, in order. */
function page(t, { choices = {}, open = true } = {}) {
  const { made } = peers(t);
  const played = devices(t);
  t.mock.method(console, "warn", () => undefined);
  t.after(() => {
    earlyDevices.drop();
    earlyMedia.drop();
  });
  const done = [];
  const socket = { url: "ws://x/signal" };
  const connection = Object.assign(new Bus(), {
    send: ({ type }) => done.push(type),
    release: () => (done.push("release"), open ? socket : undefined),
  });
  const other = { show: (path) => done.push(`show ${path}`) };
  const browser = {
    hidden: false,
    fetchAhead: (path) => done.push(`fetch ${path}`),
    navigate: (path) => done.push(`navigate ${path}`),
    isHidden: () => browser.hidden,
    openSocket: () => ({ url: "ws://x/another" }),
    read: async (path) => (done.push(`read ${path}`), other),
  };
  const kept = new Choices(storage({ "plenum.devices": choices }));
  return {
    done,
    made,
    played,
    connection,
    browser,
    going: new GivingWay(connection, kept, browser),
    socket,
    timers: t.mock.timers,
  };
}

test("navigates when the server has newer pages than this one", async (t) => {
  const { done, going } = page(t);
  going.prepare("/room?id=r1");
  going.navigateOnly();
  done.length = 0;
  await going.go("/room?id=r1");
  assert.deepEqual(done, ["navigate /room?id=r1"]);
});

test("navigates where nothing can give way", async (t) => {
  const { browser, done } = page(t);
  const going = new Going(browser);
  going.prepare("/call?id=r1");
  await going.go("/call?id=r1");
  assert.deepEqual(done, ["fetch /call?id=r1", "navigate /call?id=r1"]);
  assert.equal(going.leaving, false);
});

test("lets the next page take this one's place, and gives it the socket", async (t) => {
  const { going, done, socket } = page(t);
  await going.go("/call?id=r1");
  assert.deepEqual(done, ["read /call?id=r1", "change-page", "release", "show /call?id=r1"]);
  assert.equal(earlySocket.take(), socket);
});

test("opens another socket for the next page while its own is lost", async (t) => {
  const { going } = page(t, { open: false });
  await going.go("/call?id=r1");
  assert.equal(earlySocket.take().url, "ws://x/another");
});

test("shows the page that was read ahead, and no other one", async (t) => {
  const { going, done } = page(t);
  going.prepare("/call?id=r1");
  await going.go("/call?id=r1");
  assert.equal(done.filter((what) => what.startsWith("read")).length, 1);
  going.prepare("/call?id=r2");
  await going.go("/call?id=r3");
  assert.deepEqual(
    done.filter((what) => what.startsWith("read")),
    ["read /call?id=r1", "read /call?id=r2", "read /call?id=r3"],
  );
});

test("navigates when the page cannot be read, or not in time, and keeps its connection until then", async (t) => {
  const { going, done, browser, timers } = page(t);
  browser.read = async () => {
    throw new Error("no page");
  };
  await going.go("/call?id=r1");
  assert.deepEqual(done, ["navigate /call?id=r1"]);
  browser.read = () => new Promise(() => undefined);
  const gone = going.go("/call?id=r2");
  await settled();
  timers.tick(3_000);
  await gone;
  assert.deepEqual(done, ["navigate /call?id=r1", "navigate /call?id=r2"]);
});

test("announces the next page once, and is leaving until the server's welcome comes here after all", async (t) => {
  const { going, done, connection } = page(t);
  going.announce();
  assert.equal(going.leaving, true);
  await going.go("/call?id=r1");
  assert.equal(done.filter((what) => what === "change-page").length, 1);
  connection.emit("welcome", {});
  assert.equal(going.leaving, false);
});

test("makes connections ready while it rings, on a page that somebody sees, and closes them when one stays", async (t) => {
  const { going, made, browser } = page(t);
  browser.hidden = true;
  going.prepare("/call?id=r1");
  await settled();
  assert.equal(made.length, 0);
  browser.hidden = false;
  going.prepare("/call?id=r1");
  await settled();
  assert.equal(made.length, 2);
  going.stay();
  assert.ok(made.every(({ closed }) => closed));
});

test("makes nothing ready for a call that was over before its page was read", async (t) => {
  const { going, made } = page(t);
  going.prepare("/call?id=r1");
  going.stay();
  await settled();
  assert.equal(made.length, 0);
});

test("opens the devices that the next page wants, and closes them when one stays", async (t) => {
  const { going, played } = page(t);
  going.openDevices(true);
  await settled();
  assert.deepEqual(
    played.opened.map(({ kind }) => kind),
    ["audio"],
  );
  going.openDevices(false);
  await settled();
  assert.deepEqual(
    played.opened.map(({ kind, live }) => [kind, live]),
    [
      ["audio", false],
      ["video", true],
      ["audio", true],
    ],
  );
  going.stay();
  await settled();
  assert.ok(played.opened.every(({ live }) => !live));
});

test("opens no devices where the person wants none", async (t) => {
  const { going, played } = page(t, { choices: { camera: "none", microphone: "none" } });
  going.openDevices(false);
  await settled();
  assert.deepEqual(played.asked, []);
});
