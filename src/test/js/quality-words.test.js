import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { loadTexts } from "../../main/webapp/resources/js/shared/texts.js";
import { cellsOf, rowWords } from "../../main/webapp/resources/js/views/meeting/details-words.js";
import { qualityWords } from "../../main/webapp/resources/js/views/meeting/quality-words.js";

/** The sentences of this language, of the keys that have no quotes to undo. */
function speak(language, suffix = "") {
  const file = readFileSync(`src/main/resources/plenum/texts/messages${suffix}.properties`, "utf8");
  const lines = file.split("\n").filter((line) => /^(quality|details)\./.test(line));
  loadTexts(Object.fromEntries(lines.map((line) => line.split(/=(.*)/s))), language);
}

const bob = { name: "Bob", own: false };
const me = { name: "Ada", own: true };

test("says what is wrong and on which side", () => {
  speak("en");
  assert.equal(
    qualityWords({ level: 2, cause: "loss", value: 8, side: "sender" }, bob),
    "8 % of it does not arrive. It is on Bob’s side: others arrive well.",
  );
  assert.equal(
    qualityWords({ level: 2, cause: "loss", value: 8, side: "own" }, me),
    "8 % of what you send does not arrive.",
  );
  assert.equal(qualityWords({ level: 3 }, bob), "Bob arrives well.");
  assert.equal(qualityWords({ level: 0 }, bob), "No connection to Bob at present.");
});

test("says what there is no room for, and whose line is too narrow", () => {
  for (const [suffix, language] of [
    ["", "en"],
    ["_de", "de"],
  ]) {
    speak(language, suffix);
    for (const cause of ["link", "budget"]) {
      for (const shown of [true, false]) {
        const said = qualityWords({ level: 1, shortage: { shown, cause } }, bob);
        assert.match(said, /Bob/);
        assert.match(said, /\.$/);
      }
    }
  }
});

test("has a sentence for every cause and side, in both languages", () => {
  for (const [language, suffix] of [
    ["en", ""],
    ["de", "_de"],
  ]) {
    speak(language, suffix);
    for (const cause of ["loss", "delay", "jitter", "frozen", "slow", "bandwidth", "cpu"]) {
      for (const side of ["own", "way", "sender", "unknown"]) {
        for (const whose of [bob, me]) {
          const sentence = qualityWords({ level: 1, cause, value: 7, side }, whose);
          assert.doesNotMatch(sentence, /quality\.|\{\d/, `${language} ${cause} ${side}`);
        }
      }
    }
  }
});

test("writes figures as people of the language do, and a dash for what is not known", () => {
  speak("de", "_de");
  const cells = cellsOf({ width: 640, height: 360, frameRate: 30, codec: "VP8", bitrate: 900, lost: 12, way: "relay" });
  assert.deepEqual(cells, ["640 × 360", "30", "VP8", "900 kbit/s", "1,2 %", "–", "–", "–", "Relay (TURN)"]);
  assert.equal(rowWords({ kind: "audio", screen: true }), "Ton des Bildschirms");
  assert.equal(rowWords({ kind: "video", sent: true, screen: false }), "Bild, gesendet");
});
