import assert from "node:assert/strict";
import test from "node:test";
import { FileDoor } from "../../main/webapp/resources/js/signal/file-door.js";

const answer = (status, { headers = {}, body = {} } = {}) => ({
  ok: status < 300,
  status,
  headers: new Map(Object.entries(headers)),
  json: async () => body,
});

function doorWith(...answers) {
  const asked = [];
  const door = new FileDoor(async (path, request) => {
    asked.push([request.method, path, request.headers?.["Upload-Offset"]]);
    const next = answers.shift();
    if (next instanceof Error) {
      throw next;
    }
    return next;
  });
  return { door, asked };
}

test("begins, brings pieces and asks how far it is", async () => {
  const moved = { headers: { "Upload-Offset": "7" } };
  const { door, asked } = doorWith(
    answer(201, { body: { id: "u1", piece: 9 } }),
    answer(204, moved),
    answer(204, moved),
  );
  assert.deepEqual(await door.begin("a.txt", 7), { id: "u1", piece: 9 });
  assert.equal(await door.add("u1", 3, "rest"), 7);
  assert.equal(await door.offset("u1"), 7);
  assert.deepEqual(asked, [
    ["POST", "/api/files", undefined],
    ["PATCH", "/api/files/u1", "3"],
    ["HEAD", "/api/files/u1", undefined],
  ]);
});

test("tells refusals by code and sentence, and everything else as a cut", async () => {
  const refused = { body: { code: "files-full", detail: "Enough." } };
  const { door } = doorWith(answer(409, refused), answer(404), answer(502), new TypeError("no network"));
  await assert.rejects(door.begin("a.txt", 7), { code: "files-full", message: "Enough." });
  await assert.rejects(door.offset("u1"), { code: "no-such-file" });
  await assert.rejects(door.offset("u1"), { code: "connection-lost" });
  await assert.rejects(door.offset("u1"), { code: "connection-lost" });
});

test("minds no answer to what is given up", async () => {
  const { door, asked } = doorWith(new TypeError("no network"));
  await door.giveUp("u1");
  assert.deepEqual(asked[0].slice(0, 2), ["DELETE", "/api/files/u1"]);
});
