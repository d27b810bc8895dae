import assert from "node:assert/strict";
import test from "node:test";
import { showAnnouncements } from "../../main/webapp/resources/js/pages/site/announcements.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";

/** A page of which only banners and the connection are there. */
function page() {
  const connection = new Bus();
  const shown = new Map();
  const banners = {
    show: (topic, sentence, action) => shown.set(topic, { sentence, action }),
    hide: (topic) => shown.delete(topic),
  };
  showAnnouncements({ connection, banners });
  return { shown, tell: (message) => connection.emit("message", message) };
}

test("shows what administrators tell, until it was read", () => {
  const { shown, tell } = page();
  tell({ type: "announcement", text: "The server restarts at noon.", by: "Grace" });
  assert.equal(shown.size, 1);
  [...shown.values()][0].action.run();
  assert.equal(shown.size, 0);
});

test("shows the last three, and nothing of other messages", () => {
  const { shown, tell } = page();
  tell({ type: "muted", by: "Grace" });
  assert.equal(shown.size, 0);
  for (let i = 0; i < 5; i += 1) {
    tell({ type: "announcement", text: `${i}`, by: "Grace" });
  }
  assert.deepEqual([...shown.keys()], ["announcement-3", "announcement-4", "announcement-5"]);
});
