import assert from "node:assert/strict";
import test from "node:test";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { Chat } from "../../main/webapp/resources/js/signal/chat.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { settled } from "./settled.js";

const said = (number, text, more = {}) => ({
  id: `m${number}`,
  number,
  by: "grace",
  name: "Grace",
  text,
  at: `2026-01-01T00:00:${String(number).padStart(2, "0")}Z`,
  ...more,
});

/** A page with a seat; `answers` by type, a function of the request, or an Error. */
function page(answers = {}) {
  const sent = [];
  const connection = Object.assign(new Bus(), {
    send: (message) => sent.push(message),
    request: async (message) => {
      sent.push(message);
      const answer = made.answers[message.type];
      const given = typeof answer === "function" ? answer(message) : answer;
      if (given instanceof Error) {
        throw given;
      }
      return given;
    },
  });
  const room = Object.assign(new Bus(), { id: "r1", you: "me" });
  const made = { answers: { "watch-chat": snapshot(0, []), ...answers }, connection, room, sent };
  made.chat = new Chat(connection, room);
  made.arrived = [];
  made.chat.on("arrived", (messages) => made.arrived.push(...messages.map(({ text }) => text)));
  made.seat = async () => {
    room.emit("joining", {});
    room.emit("seated", {});
    await settled();
  };
  made.hear = (seq, ...messages) =>
    connection.emit("message", {
      type: "chat-changed",
      seq,
      changes: messages.map((message) => ({ change: "message", message })),
    });
  made.texts = () => made.chat.messages.map(({ text }) => text);
  return made;
}

const snapshot = (seq, messages, personal = []) => ({
  type: "chat",
  room: "r1",
  seq,
  messages,
  personal,
  length: 10,
  changeSeconds: 60,
});

test("has what was said before, and what is said from then on", async () => {
  const { arrived, chat, hear, seat, texts } = page({ "watch-chat": snapshot(3, [said(1, "before")]) });
  await seat();
  hear(4, said(2, "now"), said(3, "mine", { by: "me" }));
  assert.deepEqual(texts(), ["before", "now", "mine"]);
  assert.deepEqual(arrived, ["now"]);
  hear(5, said(2, "now!", { edited: "2026-01-01T00:01:00Z" }));
  assert.deepEqual(texts(), ["before", "now!", "mine"]);
  assert.deepEqual(arrived, ["now"]);
  assert.equal(chat.length, 10);
});

test("puts a message to one person behind the last to everybody before it", async () => {
  const personal = said(1, "psst", { id: "p1", to: "me", at: "2026-01-01T00:00:01.5Z" });
  const { connection, hear, seat, texts } = page({ "watch-chat": snapshot(1, [said(1, "one")]) });
  await seat();
  hear(2, said(2, "two"));
  connection.emit("message", { type: "personal-message", room: "r1", message: personal });
  connection.emit("message", { type: "personal-message", room: "elsewhere", message: said(9, "other") });
  assert.deepEqual(texts(), ["one", "psst", "two"]);
});

test("is told what may be sent, also when that is another", async () => {
  const files = { bytes: 9, extensions: ["png"] };
  const { chat, connection, seat } = page({ "watch-chat": { ...snapshot(0, []), files } });
  await seat();
  assert.deepEqual(chat.files, files);
  let changes = 0;
  chat.on("changed", () => {
    changes += 1;
  });
  connection.emit("message", { type: "chat-limited", length: 20, changeSeconds: 5, mostDays: 1 });
  assert.deepEqual([chat.files, chat.length, chat.changeSeconds, chat.mostDays, changes], [undefined, 20, 5, 1, 1]);
});

test("asks for a snapshot when something is missing, which takes everything's place", async () => {
  const { connection, hear, seat, sent, texts } = page();
  await seat();
  hear(1, said(1, "one"));
  hear(3, said(3, "three"));
  assert.deepEqual(sent.at(-1), { type: "resync", topic: "chat" });
  connection.emit("message", snapshot(3, [said(1, "one!"), said(2, "two"), said(3, "three")]));
  assert.deepEqual(texts(), ["one!", "two", "three"]);
});

test("misses nothing while the connection is gone", async () => {
  const made = page();
  await made.seat();
  made.hear(1, said(1, "one"));
  made.answers["watch-chat"] = snapshot(7, [said(2, "two"), said(3, "three")]);
  await made.seat();
  assert.deepEqual(made.texts(), ["two", "three"]);
  assert.equal(made.chat.more, true);
  made.answers["get-messages"] = { messages: [said(1, "one")] };
  await made.chat.earlier();
  assert.deepEqual(made.sent.at(-1), { type: "get-messages", before: 2 });
  assert.deepEqual(made.texts(), ["one", "two", "three"]);
  assert.equal(made.chat.more, false);
});

test("sends again under the same token what was not answered, and once", async () => {
  const made = page({ "send-message": () => new SignalError("connection-lost", "") });
  await made.seat();
  made.chat.send("hello");
  made.chat.send("there");
  await settled();
  assert.deepEqual(made.texts(), ["hello", "there"]);
  assert.equal(made.chat.messages[0].state, "sending");
  let number = 0;
  made.answers["send-message"] = ({ text }) => {
    number += 1;
    return { type: "message-sent", message: said(number, text, { by: "me" }) };
  };
  await made.seat();
  await settled();
  const sends = made.sent.filter(({ type }) => type === "send-message");
  assert.deepEqual(
    sends.map(({ text }) => text),
    ["hello", "hello", "there"],
  );
  assert.equal(sends[0].token, sends[1].token);
  assert.notEqual(sends[1].token, sends[2].token);
  assert.deepEqual(
    made.chat.messages.map(({ id }) => id),
    ["m1", "m2"],
  );
});

test("keeps what was refused, with the reason, until it is sent again or discarded", async () => {
  const made = page({ "send-message": () => new SignalError("too-many-messages", "Wait.") });
  await made.seat();
  made.chat.send("a");
  made.chat.send("b", { to: "grace", toName: "Grace", reply: "m1" });
  await settled();
  const [first, second] = made.chat.messages;
  assert.deepEqual([first.state, first.problem.message], ["refused", "Wait."]);
  assert.equal(made.sent.at(-1).to, "grace");
  made.chat.discard(first.id);
  made.answers["send-message"] = { message: said(1, "b", { by: "me" }) };
  made.chat.retry(second.id);
  await settled();
  assert.deepEqual(made.texts(), ["b"]);
});

test("counts what others wrote since one looked", async () => {
  const { chat, hear, seat } = page();
  await seat();
  hear(1, said(1, "one"), said(2, "mine", { by: "me" }), said(3, "", { deleted: true }));
  assert.equal(chat.unread, 1);
  chat.look();
  assert.equal(chat.unread, 0);
  hear(2, said(4, "two"));
  assert.equal(chat.unread, 1);
});
