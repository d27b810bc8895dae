import assert from "node:assert/strict";
import { test } from "node:test";
import { loadTexts, regional, tenthsOf, timeOf } from "../../main/webapp/resources/js/shared/texts.js";

test("writes as the reader's own variety of the page's language does", () => {
  assert.equal(regional("en", ["fr-FR", "en-GB", "en-US"]), "en-GB");
  assert.equal(regional("de", ["en-GB", "de-CH"]), "de-CH");
  assert.equal(regional("de", ["en-GB", "den-XX"]), "de");
  assert.equal(regional("en", []), "en");
});

test("takes no variety that is no language tag, at which formats would fail", () => {
  assert.equal(regional("en", ["en-US@posix"]), "en");
  assert.equal(regional("en", ["en-US@posix", "en-GB"]), "en-GB");
});

test("writes times of day in the page's language, whatever else a browser wants", () => {
  loadTexts({}, "de", []);
  assert.equal(tenthsOf(1234), "1.234,0");
  assert.match(timeOf(new Date(2026, 10, 30, 21, 6)), /^30\.11\.2026, 21:06$/);
});
