import assert from "node:assert/strict";
import test from "node:test";
import { ConnectionQuality } from "../../main/webapp/resources/js/meeting/connection-quality.js";
import { scoreOf } from "../../main/webapp/resources/js/meeting/stream-score.js";

const SECONDS = 5_000;
const sound = (stream, more = {}) => ({ stream, kind: "audio", bitrate: 32, roundTrip: 20, concealed: 0, ...more });
const picture = (stream, more = {}) => ({ stream, kind: "video", bitrate: 900, frameRate: 30, lost: 0, ...more });
const own = (more = {}) => sound("mine", { sent: true, lost: 0, ...more });

/** How these rows are judged, by stream, as "level cause side". */
function judged(rows, more) {
  const made = new ConnectionQuality();
  made.take(rows, SECONDS, more);
  return (stream) => {
    const { level, cause, side } = made.of(stream) ?? {};
    return [level, cause, side].filter((one) => one !== undefined).join(" ");
  };
}

test("finds what weighs most, in figures that people know", () => {
  const score = (row, screen) => scoreOf(row, SECONDS, screen);
  assert.deepEqual(score(picture("a")), { level: 3 });
  assert.deepEqual(score(picture("a", { lost: 80 })), { level: 2, cause: "loss", value: 8 });
  assert.deepEqual(score(picture("a", { frozen: 1_500 })), { level: 1, cause: "frozen", value: undefined });
  assert.equal(score(picture("a", { frameRate: 4 })).cause, "slow");
  assert.deepEqual(score(picture("a", { frameRate: 4 }), true), { level: 3 });
  assert.deepEqual(score(picture("a", { sent: true, limited: "cpu" })), { level: 2, cause: "cpu", value: undefined });
  assert.deepEqual(score(picture("a", { sent: true, limited: "other" })), { level: 3 });
  assert.deepEqual(score(sound("a", { roundTrip: 450 })), { level: 2, cause: "delay", value: 450 });
  assert.deepEqual(score(sound("a", { jitter: 90 })), { level: 2, cause: "jitter", value: undefined });
  assert.deepEqual(score(sound("a", { concealed: 120, lost: 0 })), { level: 1, cause: "loss", value: 12 });
  assert.deepEqual(score(sound("a", { concealed: 0, lost: 300 })), { level: 3 });
});

test("looks for the fault at the sender when the others arrive well", () => {
  const of = judged([own(), sound("ada"), sound("bob", { concealed: 60 }), sound("cleo")]);
  assert.deepEqual([of("ada"), of("bob"), of("mine")], ["3", "2 loss sender", "3"]);
});

test("looks for it on the way from the server when most suffer", () => {
  const of = judged([own(), sound("ada", { concealed: 50 }), sound("bob", { concealed: 60 }), sound("cleo")]);
  assert.deepEqual([of("ada"), of("bob")], ["2 loss way", "2 loss way"]);
});

test("looks for it at the own connection when what is sent suffers, too", () => {
  const of = judged([own({ lost: 60 }), sound("ada", { concealed: 60 }), sound("bob")]);
  assert.deepEqual([of("mine"), of("ada"), of("bob")], ["2 loss own", "2 loss own", "3"]);
});

test("does not guess with one other person, except of a long way", () => {
  assert.equal(judged([own(), sound("ada", { concealed: 60 })])("ada"), "2 loss unknown");
  assert.equal(judged([own(), sound("ada", { roundTrip: 500 })])("ada"), "2 delay way");
});

test("blames no network for pictures that all move in jerks", () => {
  const jerks = { frameRate: 6 };
  const of = judged([picture("ada", jerks), picture("bob", jerks), picture("cleo", jerks)]);
  assert.equal(of("bob"), "2 slow unknown");
  assert.equal(judged([picture("ada"), picture("bob", jerks), picture("cleo")])("bob"), "2 slow sender");
});

test("is as good as the worse of sound and picture, without a picture that is not wanted", () => {
  const rows = [sound("ada"), picture("ada", { frozen: 5_000, frameRate: 0 }), sound("bob")];
  assert.equal(judged(rows)("ada"), "1 frozen sender");
  assert.equal(judged(rows, { isWanted: (stream) => stream !== "ada" })("ada"), "3");
});

test("is worse at once, better when it lasts, and unknown of what does not flow", () => {
  const made = new ConnectionQuality();
  const levels = [{}, { concealed: 120 }, {}, { concealed: 60 }, {}, {}].map((more) => {
    made.take([sound("ada", more)], SECONDS);
    return made.of("ada").level;
  });
  assert.deepEqual(levels, [3, 1, 1, 2, 2, 3]);
  made.take([sound("bob")], SECONDS);
  assert.equal(made.of("ada"), undefined);
});
