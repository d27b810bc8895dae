import assert from "node:assert/strict";
import test from "node:test";
import { OnlySound } from "../../main/webapp/resources/js/pages/meeting/only-sound.js";
import { shortagesOf } from "../../main/webapp/resources/js/meeting/shortages.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";
import { joined, stream } from "./meetings.js";

const none = (cause) => ({ shown: false, cause });

/** Says how all pictures are, and what the page's banner says then; "" for none. */
function page(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  loadTexts({}, "en");
  const page = { said: 0, banner: "" };
  const only = new OnlySound({
    show: (topic, sentence) => {
      page.said += 1;
      page.banner = sentence;
    },
    hide: () => (page.banner = ""),
  });
  page.show = (...shortages) => {
    only.show(shortages);
    return page.banner;
  };
  return page;
}

test("says that only sound is left where no picture comes at all", (t) => {
  const { show } = page(t);
  assert.equal(show(), "");
  assert.equal(show(undefined), "");
  assert.equal(show(none("budget"), { shown: true, cause: "budget" }), "");
  assert.equal(show(none("link"), none("budget")), "banner.onlySound.budget");
});

test("names the own connection where nothing else is narrow", (t) => {
  assert.equal(page(t).show(none("link"), none("link")), "banner.onlySound.link");
});

test("does not chatter", (t) => {
  const shown = page(t);
  for (let second = 0; second < 60; second += 1) {
    shown.show(second % 2 === 0 ? none("budget") : undefined);
    t.mock.timers.tick(1_000);
  }
  assert.deepEqual([shown.said, shown.banner], [1, "banner.onlySound.budget"]);
  shown.show(undefined);
  t.mock.timers.tick(10_000);
  assert.equal(shown.banner, "");
});

test("looks at the pictures that would be seen, and at no others", async (t) => {
  const { meeting, server } = await joined(t);
  server.member("bob", { streams: [stream("bobs")], devices: { camera: true, microphone: true } });
  server.member("cleo", { streams: [stream("cleos")], devices: { camera: true, cameraOff: true } });
  meeting.shortageOf = (name) => none(name);
  assert.deepEqual(shortagesOf(meeting, {}), [none("bobs")]);
  meeting.watch(meeting.room.members.get("bob"), false);
  assert.deepEqual(shortagesOf(meeting, {}), []);
});
