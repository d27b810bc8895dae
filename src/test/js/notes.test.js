import assert from "node:assert/strict";
import test from "node:test";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { Notes } from "../../main/webapp/resources/js/signal/notes.js";
import { settled } from "./settled.js";

const note = (id) => ({ id, from: { id: "grace", name: "Grace" }, text: `note ${id}`, at: "2026-01-01T00:00:00Z" });

function page(answers = {}) {
  const sent = [];
  const connection = Object.assign(new Bus(), {
    request: async (message) => {
      sent.push(message);
      return answers[message.type];
    },
  });
  const notes = new Notes(connection);
  const arrived = [];
  notes.on("arrived", ({ id }) => arrived.push(id));
  const welcome = async (count) => {
    connection.emit("welcome", { message: { notes: count } });
    await settled();
  };
  return { arrived, connection, notes, sent, welcome, ids: () => notes.list.map(({ id }) => id) };
}

test("asks for what was left meanwhile, if anything was", async () => {
  const { arrived, ids, sent, welcome } = page({ "list-notes": { notes: [note("a"), note("b")] } });
  await welcome(0);
  assert.deepEqual(sent, []);
  await welcome(2);
  assert.deepEqual([ids(), arrived], [["a", "b"], []]);
});

test("tells what is left now, and forgets what is read here or elsewhere", async () => {
  const { arrived, connection, ids, notes, sent } = page();
  connection.emit("message", { type: "note", note: note("a") });
  connection.emit("message", { type: "note", note: note("b") });
  connection.emit("message", { type: "note", note: note("c") });
  assert.deepEqual(
    [ids(), arrived],
    [
      ["a", "b", "c"],
      ["a", "b", "c"],
    ],
  );
  connection.emit("message", { type: "note-gone", id: "a" });
  await notes.read("b");
  assert.deepEqual(sent, [{ type: "read-note", note: "b" }]);
  assert.deepEqual(ids(), ["c"]);
});

test("leaves something for somebody", async () => {
  const { notes, sent } = page();
  await notes.leave("grace", "missed you");
  assert.deepEqual(sent, [{ type: "leave-note", person: "grace", text: "missed you" }]);
});
