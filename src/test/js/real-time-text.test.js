import assert from "node:assert/strict";
import test from "node:test";
import { AFTER_A_SENTENCE, PAUSE, Phrases } from "../../main/webapp/resources/js/meeting/phrases.js";
import { AGAIN, TOGETHER, Typist } from "../../main/webapp/resources/js/meeting/typist.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { applied, clusters, difference } from "../../main/webapp/resources/js/shared/t140.js";
import { RoomState } from "../../main/webapp/resources/js/signal/room-state.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { settled } from "./settled.js";
import { playTime } from "./time.js";

const FAMILY = "👩‍👩‍👧‍👦";

/** A room whose server takes edits as docs/protocol.md says, as long as it is reached. */
class Server extends Bus {
  edits = [];
  lines = [];
  line = "";
  up = true;
  refusals = [];
  answers = true;
  #last = new Map();

  async ask(type, { stream, number, text }) {
    if (!this.up) {
      throw new SignalError("connection-lost", "");
    }
    const refusal = this.refusals.shift();
    if (refusal) {
      throw new SignalError(refusal, "");
    }
    const last = this.#last.get(stream) ?? 0;
    if (number > last + 1) {
      throw new SignalError("out-of-step", "");
    }
    if (number === last + 1) {
      this.#last.set(stream, number);
      this.take(text);
    }
    if (!this.answers) {
      throw new SignalError("connection-lost", "");
    }
  }

  take(text) {
    this.edits.push(text);
    const [first, ...more] = text.split("\u2028");
    this.line = applied(this.line, first);
    for (const next of more) {
      this.lines.push(this.line);
      this.line = next;
    }
  }

  /** Everything that was known is gone. */
  forget() {
    this.#last.clear();
    this.line = "";
  }
}

function typing(t) {
  playTime(t, ["setTimeout"]);
  const server = new Server();
  let streams = 0;
  const typist = new Typist(server, () => `stream-${(streams += 1)}`);
  const tick = async (milliseconds = TOGETHER) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  return { server, typist, tick };
}

test("takes whole letters back, whatever they are made of", () => {
  assert.equal(clusters(`a${FAMILY}é`).length, 3);
  assert.equal(difference("abc", "abcd"), "d");
  assert.equal(difference("abc", "abd"), "\bd");
  assert.equal(difference(`x${FAMILY}`, "x"), "\b".repeat([...FAMILY].length));
  assert.equal(difference("👍", "👍🏽"), "\b👍🏽");
  assert.equal(difference("cafe", "cafe\u0301"), "\be\u0301");
  assert.equal(difference("", "नमस्ते"), "नमस्ते");
  for (const [before, after] of [
    ["שלום", "שלום עולם"],
    ["abc", "xabc"],
    [FAMILY, "👩"],
    ["한", "하"],
    ["", ""],
  ]) {
    assert.equal(applied(before, difference(before, after)), after);
  }
});

test("tells the first letter at once and what follows together", async (t) => {
  const { server, typist, tick } = typing(t);
  typist.edit("H");
  await tick(0);
  assert.deepEqual(server.edits, ["H"]);
  for (const line of ["He", "Hel", "Helo"]) {
    typist.edit(line);
    await tick(TOGETHER / 4);
  }
  assert.deepEqual(server.edits, ["H"]);
  await tick();
  typist.edit("Hello");
  await tick();
  assert.deepEqual(server.edits, ["H", "elo", "\blo"]);
  assert.equal(server.line, "Hello");
  assert.equal(typist.idle, true);
});

test("finishes lines", async (t) => {
  const { server, typist, tick } = typing(t);
  typist.edit("one");
  typist.finish();
  typist.edit("tw");
  await tick();
  await tick();
  assert.deepEqual(server.lines, ["one"]);
  assert.equal(server.line, "tw");
  typist.edit("two");
  typist.finish();
  await tick();
  assert.deepEqual(server.lines, ["one", "two"]);
  assert.equal(typist.idle, true);
});

test("loses nothing and doubles nothing while the network is cut", async (t) => {
  const { server, typist, tick } = typing(t);
  const sentence = "The quick brown fox jumps over the lazy dog.";
  for (let i = 1; i <= sentence.length; i += 1) {
    if (i === 10) {
      server.answers = false;
    } else if (i === 12) {
      server.up = false;
      server.answers = true;
    } else if (i === 35) {
      server.up = true;
      server.emit("seated", {});
    }
    typist.edit(sentence.slice(0, i));
    await tick();
  }
  await tick();
  await tick();
  assert.equal(server.line, sentence);
  assert.equal(typist.idle, true);
});

test("begins anew where the server knows nothing any more", async (t) => {
  const { server, typist, tick } = typing(t);
  typist.edit("half a ");
  await tick();
  server.up = false;
  typist.edit("half a line");
  typist.finish();
  typist.edit("next");
  await tick();
  server.forget();
  server.up = true;
  server.emit("seated", {});
  await settled();
  await tick();
  await tick();
  assert.deepEqual(server.lines, ["half a line"]);
  assert.equal(server.line, "next");
});

test("sends again later what was too fast, and gives up what is not wanted", async (t) => {
  const { server, typist, tick } = typing(t);
  const refused = [];
  typist.on("refused", ({ code }) => refused.push(code));
  server.refusals = ["too-fast", "too-fast"];
  typist.edit("fast");
  await tick();
  typist.edit("faster");
  await tick(AGAIN);
  assert.equal(server.line, "");
  await tick(AGAIN);
  await tick();
  assert.equal(server.line, "faster");
  server.refusals = ["not-allowed"];
  typist.edit("faster!");
  await tick();
  await tick();
  assert.deepEqual(refused, ["not-allowed"]);
  assert.equal(typist.idle, true);
});

test("says by a mark that lines were given up", async (t) => {
  const { server, typist, tick } = typing(t);
  server.up = false;
  typist.edit("first");
  await tick();
  for (let i = 0; i < 300; i += 1) {
    typist.edit(`line ${i}`);
    typist.finish();
  }
  server.up = true;
  server.emit("seated", {});
  for (let i = 0; i < 20; i += 1) {
    await tick();
  }
  assert.equal(server.lines.at(-1), "line 299");
  assert.equal(server.lines.includes("\uFFFD"), true);
  assert.equal(server.lines.length < 105, true);
});

test("makes phrases of letters: after a pause, a sentence sooner, and the rest with the line", (t) => {
  playTime(t, ["setTimeout"]);
  const phrases = new Phrases();
  const said = [];
  phrases.on("phrase", ({ name, text }) => said.push(`${name}: ${text}`));
  const type = (text, line = 1) => phrases.typed("b", { name: "Bob", line, text });
  type("How are");
  t.mock.timers.tick(PAUSE - 1);
  type("How are you");
  t.mock.timers.tick(PAUSE - 1);
  type("How are you?");
  t.mock.timers.tick(AFTER_A_SENTENCE);
  assert.deepEqual(said, ["Bob: How are you?"]);
  type("How are you? I am");
  t.mock.timers.tick(PAUSE);
  assert.deepEqual(said.slice(1), ["Bob: I am"]);
  assert.equal(phrases.rest("b", "How are you? I am fine"), "fine");
  type("Corected", 2);
  t.mock.timers.tick(PAUSE);
  assert.equal(phrases.rest("b", "Corrected"), "Corrected");
  assert.equal(phrases.rest("c", "never typed here"), "never typed here");
});

test("has everybody's line from the snapshot and from what changes", () => {
  const state = new RoomState({ send: () => undefined }, "r");
  state.received({
    type: "room",
    seq: 1,
    you: "a",
    room: { id: "r", kind: "group" },
    members: [{ id: "b", name: "Bob", streams: [] }],
    typing: [{ id: "b", name: "Bob", line: 3, text: "Helo" }],
  });
  const typed = [];
  state.on("typed", ({ id }) => typed.push(state.typing.get(id).text));
  const change = (seq, ...changes) => state.received({ type: "room-changed", seq, changes });
  change(2, { change: "text-typed", id: "b", name: "Bob", line: 3, text: "\blo" });
  change(3, { change: "text-typed", id: "b", name: "Bob", line: 4, text: "Next" });
  assert.deepEqual(typed, ["Hello", "Next"]);
  change(4, { change: "text-gone", id: "b" });
  assert.equal(state.typing.size, 0);
});
