import assert from "node:assert/strict";
import test from "node:test";
import { pagesOf, replaceByNewerPages } from "../../main/webapp/resources/js/pages/site/newer-pages.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { settled } from "./settled.js";

/** A page made of the files "old", on a server whose pages the test names; `done` is what happened, in order. */
function page(t, { pages = "new", givesWay = false } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const connection = new Bus();
  const calls = {};
  const browser = {
    own: "old",
    busy: false,
    read: async () => ({ pages }),
    reload: () => done.push("reload"),
    isBusy: () => browser.busy,
  };
  const banners = { show: (topic, _sentence, { run }) => done.push(topic) && (banners.run = run) };
  const going = { navigateOnly: () => done.push("navigate only") };
  replaceByNewerPages({ connection, going, calls, banners }, { givesWay, browser });
  const welcome = async (restarted) => {
    connection.emit("welcome", { message: {}, restarted });
    await settled();
  };
  const refuse = async (reason) => {
    connection.emit("refused", { reason, message: "" });
    await settled();
  };
  return { done, calls, browser, banners, welcome, refuse, timers: t.mock.timers };
}

test("knows which files it is made of", () => {
  assert.equal(pagesOf("https://x/site/resources/~1k2m/js/pages/site/newer-pages.js"), "1k2m");
  assert.equal(pagesOf("file:///home/ada/newer-pages.js"), undefined);
});

test("is loaded anew when the server was restarted with other pages", async (t) => {
  const { done, welcome } = page(t, { givesWay: true });
  await welcome(false);
  assert.deepEqual(done, []);
  await welcome(true);
  assert.deepEqual(done, ["navigate only", "newer", "reload"]);
});

test("stays as it is when the pages are the same, or an older server does not tell", async (t) => {
  for (const pages of ["old", null]) {
    const { done, welcome } = page(t, { pages, givesWay: true });
    await welcome(true);
    assert.deepEqual(done, []);
    t.mock.timers.reset();
  }
});

test("waits until nobody writes and no call rings", async (t) => {
  const { done, calls, browser, welcome, timers } = page(t, { givesWay: true });
  browser.busy = true;
  calls.current = { state: "ringing" };
  await welcome(true);
  browser.busy = false;
  timers.tick(5_000);
  assert.deepEqual(done, ["navigate only", "newer"]);
  calls.current = undefined;
  timers.tick(5_000);
  assert.deepEqual(done, ["navigate only", "newer", "reload"]);
});

test("lets a meeting go on until the person leaves it or asks for the new pages", async (t) => {
  const { done, banners, welcome, timers } = page(t);
  await welcome(true);
  timers.tick(60_000);
  assert.deepEqual(done, ["navigate only", "newer"]);
  banners.run();
  assert.equal(done.at(-1), "reload");
});

test("is loaded anew, also in a meeting, when the server speaks another protocol and has other pages", async (t) => {
  const { done, calls, browser, refuse, timers } = page(t);
  calls.current = { state: "accepted" };
  browser.busy = true;
  await refuse("no-common-protocol");
  assert.deepEqual(done, []);
  browser.busy = false;
  timers.tick(5_000);
  assert.deepEqual(done, ["reload"]);
});

test("is not loaded again and again when that changes nothing, or for another reason", async (t) => {
  for (const [pages, reason] of [
    ["old", "no-common-protocol"],
    [null, "no-common-protocol"],
    ["new", "too-many-sessions"],
  ]) {
    const { done, refuse } = page(t, { pages });
    await refuse(reason);
    assert.deepEqual(done, []);
    t.mock.timers.reset();
  }
});
