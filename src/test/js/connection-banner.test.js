import assert from "node:assert/strict";
import test from "node:test";
import { showConnectionBanner } from "../../main/webapp/resources/js/pages/site/connection-banner.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";

/** A page whose banner, if it has one, is `shown()`. */
function page(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  loadTexts({ "banner.restarting": "restarting", "banner.reconnecting": "lost" }, "en");
  let shown;
  const banners = { show: (_topic, sentence) => (shown = sentence), hide: () => (shown = undefined) };
  const connection = new Bus();
  showConnectionBanner({ connection, banners });
  return { connection, timers: t.mock.timers, shown: () => shown };
}

test("says that the connection is lost until it is back", (t) => {
  const { connection, shown } = page(t);
  connection.emit("state", "open");
  assert.equal(shown(), undefined);
  connection.emit("state", "lost");
  assert.equal(shown(), "lost");
  connection.emit("state", "open");
  assert.equal(shown(), undefined);
});

test("goes on saying that the server restarts when the connection ends for that", (t) => {
  const { connection, shown } = page(t);
  connection.emit("message", { type: "restarting" });
  connection.emit("state", "lost");
  assert.equal(shown(), "restarting");
  connection.emit("state", "open");
  assert.equal(shown(), undefined);
  connection.emit("state", "lost");
  assert.equal(shown(), "lost");
});

test("does not promise for ever that the server is back in a moment", (t) => {
  const { connection, timers, shown } = page(t);
  connection.emit("message", { type: "restarting" });
  connection.emit("state", "lost");
  timers.tick(120_000);
  assert.equal(shown(), "lost");
});

test("forgets a restart that is over", (t) => {
  const { connection, timers, shown } = page(t);
  connection.emit("message", { type: "restarting" });
  connection.emit("state", "lost");
  connection.emit("state", "open");
  timers.tick(120_000);
  assert.equal(shown(), undefined);
});
