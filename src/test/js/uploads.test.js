import assert from "node:assert/strict";
import test from "node:test";
import { uploadLook } from "../../main/webapp/resources/js/meeting/upload-look.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { Upload } from "../../main/webapp/resources/js/signal/upload.js";
import { Uploads } from "../../main/webapp/resources/js/signal/uploads.js";
import { settled } from "./settled.js";

const PIECE = 4;

/** A file as browsers have it. */
const fileOf = (name, content) => ({ name, size: content.length, slice: (from, to) => content.slice(from, to) });

const lost = () => new SignalError("connection-lost", "");

/** A server's door, whose next answers may be errors; `errors` by method. */
function door() {
  const made = { files: new Map(), asked: [], errors: {}, gone: [], hold: undefined };
  const ask = async (method, id, act) => {
    made.asked.push(method);
    const error = made.errors[method]?.shift();
    if (error && !error.late) {
      throw error;
    }
    await made.hold;
    if (id && !made.files.has(id)) {
      throw new SignalError("no-such-file", "Gone.");
    }
    const answer = act();
    if (error) {
      throw error.late;
    }
    return answer;
  };
  made.begin = (name) =>
    ask("begin", undefined, () => {
      const id = `u${made.files.size + 1}`;
      made.files.set(id, "");
      made.last = { id, name };
      return { id, piece: PIECE };
    });
  made.add = (id, offset, piece) =>
    ask("add", id, () => {
      if (made.files.get(id).length !== offset) {
        throw new SignalError("wrong-offset", "");
      }
      made.files.set(id, made.files.get(id) + piece);
      return made.files.get(id).length;
    });
  made.offset = (id) => ask("offset", id, () => made.files.get(id).length);
  made.giveUp = (id) => {
    made.gone.push(id);
    made.files.delete(id);
  };
  return made;
}

const soon = { next: () => 0, reset: () => {} };

test("sends a file piece by piece", async () => {
  const server = door();
  const seen = [];
  const upload = new Upload(fileOf("a.txt", "0123456789"), server, () => seen.push(upload.sent), soon);
  assert.equal(await upload.run(), "u1");
  assert.equal(server.files.get("u1"), "0123456789");
  assert.deepEqual(seen, [0, 4, 8, 10]);
});

test("goes on where the server stands, whether the last piece arrived or not", async () => {
  const server = door();
  server.errors.add = [undefined, { late: lost() }, lost(), undefined];
  server.errors.offset = [lost()];
  const cuts = [];
  const upload = new Upload(fileOf("a.txt", "0123456789"), server, () => cuts.push(upload.cut), soon);
  assert.equal(await upload.run(), "u1");
  assert.equal(server.files.get("u1"), "0123456789");
  assert.ok(cuts.includes(true));
  assert.equal(cuts.at(-1), false);
  assert.equal(server.asked.filter((one) => one === "begin").length, 1);
});

test("is waked when there is a network again", async () => {
  const server = door();
  server.errors.begin = [lost()];
  const upload = new Upload(fileOf("a.txt", "0123"), server, () => {}, { next: () => 1_000_000, reset: () => {} });
  const done = upload.run();
  await settled();
  assert.equal(upload.cut, true);
  upload.wake();
  assert.equal(await done, "u1");
});

test("says why a file was refused, and tries it again where the person wants", async () => {
  const server = door();
  const uploads = new Uploads(server);
  const there = [];
  uploads.on("uploaded", ({ file, how }) => there.push([file.id, file.name, how.to]));
  server.errors.add = [new SignalError("no-space", "No room.")];
  uploads.add([fileOf("a.txt", "0123")], { to: "grace" });
  await settled();
  assert.deepEqual([uploads.items[0].state, uploads.items[0].problem.message], ["refused", "No room."]);
  uploads.retry(uploads.items[0].id);
  await settled();
  assert.deepEqual(there, [["u1", "a.txt", "grace"]]);
  assert.deepEqual(uploads.items, []);
});

test("begins anew once where the server knows a file no longer", async () => {
  const server = door();
  server.errors.add = [undefined, lost()];
  server.errors.offset = [new SignalError("no-such-file", "")];
  const upload = new Upload(fileOf("a.txt", "0123456789"), server, () => {}, soon);
  assert.equal(await upload.run(), "u2");
  assert.equal(server.files.get("u2"), "0123456789");
  server.errors.add = Array.from({ length: 9 }, () => new SignalError("no-such-file", "Gone."));
  const never = new Upload(fileOf("b.txt", "0123456789"), server, () => {}, soon);
  await assert.rejects(never.run(), { code: "no-such-file", message: "Gone." });
});

test("sends one after the other, and none that is cancelled", async () => {
  const server = door();
  let go;
  server.hold = new Promise((resolve) => {
    go = resolve;
  });
  const uploads = new Uploads(server);
  const there = [];
  uploads.on("uploaded", ({ file }) => there.push(file.name));
  uploads.add([fileOf("a.txt", "0"), fileOf("b.txt", "1"), fileOf("c.txt", "2")], {});
  await settled();
  assert.deepEqual(
    uploads.items.map(({ state }) => state),
    ["sending", "waiting", "waiting"],
  );
  const [first, second] = uploads.items;
  uploads.cancel(first.id);
  uploads.cancel(second.id);
  go();
  await settled();
  await settled();
  assert.deepEqual(there, ["c.txt"]);
  assert.deepEqual(server.gone, ["u1"]);
});

test("tells how far a file is", () => {
  const words = {
    waiting: "waits",
    cut: "cut",
    sent: (some, all) => `${some}/${all}`,
    refused: ({ message }) => message,
  };
  const item = { id: "f1", name: "a.txt", bytes: 200, sent: 50 };
  assert.deepEqual(uploadLook({ ...item, state: "sending" }, words), {
    id: "f1",
    name: "a.txt",
    percent: 25,
    state: "sending",
    sentence: "50/200",
  });
  assert.equal(uploadLook({ ...item, state: "cut" }, words).sentence, "cut");
  assert.equal(uploadLook({ ...item, bytes: 0, state: "waiting" }, words).percent, 0);
  assert.equal(uploadLook({ ...item, state: "refused", problem: { message: "No." } }, words).sentence, "No.");
});
