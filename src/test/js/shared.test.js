import assert from "node:assert/strict";
import test from "node:test";
import { bucketOf, initials, nameLength } from "../../main/webapp/resources/js/shared/names.js";
import { Notices } from "../../main/webapp/resources/js/shared/notices.js";
import { deviceCheckPath, roomPath, safePath, siteOf } from "../../main/webapp/resources/js/shared/paths.js";
import { Store } from "../../main/webapp/resources/js/shared/store.js";
import { loadTexts, text, textOf } from "../../main/webapp/resources/js/shared/texts.js";

/** A browser's storage, in memory. */
function memory() {
  const values = new Map();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  };
}

test("goes only to paths of this site after the device page", () => {
  assert.equal(safePath("/room?id=a%20b#x", "/rooms"), "/room?id=a%20b#x");
  for (const elsewhere of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a\\b",
    "/\t/x",
    "",
    null,
  ]) {
    assert.equal(safePath(elsewhere, "/rooms"), "/rooms", String(elsewhere));
  }
});

test("leaves the others on its host alone", () => {
  assert.equal(safePath("/plenum/room?id=a", "/plenum/rooms", "/plenum"), "/plenum/room?id=a");
  for (const elsewhere of ["/", "/plenum", "/plenum2/", "/wiki/", "/plenum/../wiki/", "/plenum/%2e%2e/wiki/"]) {
    assert.equal(safePath(elsewhere, "/plenum/rooms", "/plenum"), "/plenum/rooms", elsewhere);
  }
});

test("knows by its own address where the site is", () => {
  assert.equal(siteOf("https://meet.example/resources/~1a/js/shared/paths.js"), "");
  assert.equal(siteOf("https://intranet.example/a/plenum/resources/~1a/js/shared/paths.js"), "/a/plenum");
  assert.equal(siteOf("https://intranet.example/resources/plenum/resources/~1a/js/paths.js"), "/resources/plenum");
  assert.equal(siteOf(import.meta.url), "");
});

test("leads to a room and back through the device page whatever the room's id", () => {
  const path = roomPath("a&b=c");
  assert.equal(new URL(path, "http://x").searchParams.get("id"), "a&b=c");
  assert.equal(new URL(deviceCheckPath(path), "http://x").searchParams.get("next"), path);
});

test("counts a name's letters as people do", () => {
  assert.equal(nameLength("汉字😀"), 3);
});

test("leaves the initials as many accents as scripts have", () => {
  const tall = `a${"\u0301".repeat(17)}`;
  assert.equal(initials(tall), "\u00C1\u0301\u0301\u0301");
  assert.equal(initials("\u1ED7ng"), "\u1ED6");
  assert.equal(initials("\u0E01\u0E35\u0E48"), "\u0E01\u0E35\u0E48");
});

test("takes initials from the first and the last word of any script", () => {
  assert.deepEqual(
    ["Ada Lovelace", "ada", "王小明", "Jean Luc Picard", "👩‍💻 Dev", "Ada <b>x</b> (CEO)", "!?", "  "].map(initials),
    ["AL", "A", "王", "JP", "👩‍💻D", "A", "!", "?"],
  );
});

test("gives the same person always the same colour", () => {
  assert.equal(bucketOf("p7Hq2", 8), bucketOf("p7Hq2", 8));
  assert.ok(bucketOf("", 8) >= 0 && bucketOf("zzzzzzzzzzzzzzzzzzzzzz", 8) < 8);
});

test("fills in texts, and shows the key of a text that is missing", () => {
  loadTexts({ greeting: "{1} met {0}", odd: "costs {3}" }, "en");
  assert.equal(text("greeting", "Ada", "$& {0}"), "$& {0} met Ada");
  assert.equal(text("odd", 1), "costs {3}");
  assert.equal(text("nothing"), "nothing");
});

test("counts as the page's language does", () => {
  loadTexts({ "p.one": "{0} person", "p.other": "{0} people" }, "en");
  assert.deepEqual([textOf(0, "p"), textOf(1, "p"), textOf(2, "p")], ["0 people", "1 person", "2 people"]);
});

test("behaves as an empty storage when the browser forbids it", () => {
  const store = new Store(() => {
    throw new Error("forbidden");
  });
  assert.equal(store.write("a", 1), false);
  assert.equal(store.read("a", "nothing"), "nothing");
  assert.equal(store.take("a", "nothing"), "nothing");
});

test("falls back when what is kept is no JSON", () => {
  const storage = memory();
  storage.setItem("a", "{broken");
  assert.equal(new Store(() => storage).read("a", 5), 5);
});

test("hands notices to the next page once", () => {
  const storage = memory();
  const notices = new Notices(new Store(() => storage));
  notices.leave("notice.deleted", "Stand-up");
  assert.deepEqual(notices.take(), [{ key: "notice.deleted", values: ["Stand-up"] }]);
  assert.deepEqual(notices.take(), []);
});
