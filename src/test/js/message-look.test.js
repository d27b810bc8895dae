import assert from "node:assert/strict";
import test from "node:test";
import { messageLook } from "../../main/webapp/resources/js/meeting/message-look.js";

const AT = "2026-01-01T00:00:00Z";
const NOW = Date.parse(AT) + 30_000;
const WORDS = {
  you: "You",
  nameOf: ({ name }) => name,
  to: (name) => `to ${name}`,
  toYou: "to you",
  deleted: "deleted",
  edited: "edited",
  sending: "sending",
  refused: (problem) => problem.message,
  size: (bytes) => `${bytes} bytes`,
};
const members = new Map([["grace", { id: "grace", kind: "person" }]]);

function look(message, { room = {}, known = {}, now = NOW } = {}) {
  const chat = { changeSeconds: 60, message: (id) => known[id] };
  const all = { id: "m1", by: "grace", name: "Grace", text: "hello", at: AT, ...message };
  return messageLook(all, chat, { you: "me", kind: "group", members, ...room }, WORDS, now);
}

test("offers to change the own message for a while", () => {
  assert.deepEqual(look({ by: "me" }).acts, ["reply", "edit", "delete"]);
  assert.deepEqual(look({ by: "me" }, { now: NOW + 60_000 }).acts, ["reply"]);
  assert.equal(look({ by: "me" }).name, "You");
});

test("offers moderators to delete what everybody reads, and nobody in a call", () => {
  assert.deepEqual(look({}).acts, ["reply", "writeTo"]);
  assert.deepEqual(look({}, { room: { owner: "me" } }).acts, ["reply", "writeTo", "delete"]);
  assert.deepEqual(look({ to: "me" }, { room: { owner: "me" } }).acts, ["reply"]);
  assert.deepEqual(look({}, { room: { kind: "call", everywhere: true } }).acts, ["reply"]);
});

test("offers to write to who is there alone", () => {
  assert.deepEqual(look({ by: "gone" }).acts, ["reply"]);
});

test("says to whom a message to one person is", () => {
  assert.equal(look({ to: "me" }).to, "to you");
  assert.deepEqual([look({ to: "me" }).with, look({ by: "me", to: "bob" }).with], ["grace", "bob"]);
  assert.equal(look({ by: "me", to: "bob", toName: "Bob" }).to, "to Bob");
  assert.equal(look({}).to, "");
});

test("says what became of a message", () => {
  assert.equal(look({ edited: AT }).state, "edited");
  assert.deepEqual([look({ deleted: true, text: "" }).state, look({ deleted: true }).acts], ["deleted", []]);
  assert.deepEqual([look({ state: "sending" }).state, look({ state: "sending" }).acts], ["sending", []]);
  const refused = look({ state: "refused", problem: { message: "Wait." } });
  assert.deepEqual([refused.state, refused.acts], ["Wait.", ["retry", "discard"]]);
});

test("quotes what a message answers, shortened and in one line", () => {
  const known = { m0: { name: "Bob", text: `a\n${"👍".repeat(200)}` }, gone: { name: "Bob", text: "", deleted: true } };
  const { quote } = look({ reply: "m0" }, { known });
  assert.ok(quote.startsWith("Bob: a 👍") && quote.endsWith("👍…"), quote);
  assert.equal([...quote].length, "Bob: ".length + 121);
  assert.equal(look({ reply: "gone" }, { known }).quote, "");
  assert.equal(look({ reply: "unknown" }, { known }).quote, "");
});

test("has the address of a file that is said, and quotes it by its name", () => {
  const file = { name: "a.png", type: "image/png", bytes: 1_200, width: 40, height: 30 };
  const said = look({ text: "", file }, { room: { id: "r1" } });
  const href = "/api/attachments/r1/m1";
  assert.deepEqual(said.file, { name: "a.png", size: "1200 bytes", href, width: 40, height: 30 });
  assert.equal(look({ text: "", file, state: "sending" }, { room: { id: "r1" } }).file.href, undefined);
  assert.equal(look({}).file, undefined);
  const known = { m0: { by: "bob", name: "Bob", text: "", file } };
  assert.equal(look({ reply: "m0" }, { known }).quote, "Bob: a.png");
});
