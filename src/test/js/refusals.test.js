import assert from "node:assert/strict";
import { test } from "node:test";
import { sentenceOf } from "../../main/webapp/resources/js/pages/site/refusals.js";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";

const OURS = "Die Verbindung zum Server ist abgerissen.";

test("tells the server's sentence, and ours when there is none", () => {
  loadTexts({ "problem.connection": OURS }, "de");

  assert.equal(sentenceOf(new SignalError("room-full", "Dieser Raum ist voll.")), "Dieser Raum ist voll.");
  assert.equal(sentenceOf(new SignalError("connection-lost", "")), OURS);
});

test("shows nobody what a browser says of a failure", (t) => {
  loadTexts({ "problem.connection": OURS }, "de");
  const warn = t.mock.method(console, "warn", () => undefined);

  assert.equal(sentenceOf(new TypeError("Failed to fetch")), OURS);
  assert.equal(warn.mock.callCount(), 1);
});
