import assert from "node:assert/strict";
import test from "node:test";
import { connected, member } from "./receivers.js";
import { settled } from "./settled.js";

test("knows which pictures are short, of its own connection alone", async (t) => {
  const { receiving } = await connected(t, [member("bob"), member("cleo")]);
  let told = 0;
  receiving.on("short", () => (told += 1));
  const pictures = [{ stream: "bobs", shown: false, cause: "budget" }];
  receiving.lack({ receiver: "another", pictures });
  assert.deepEqual([receiving.shortageOf("bobs"), told], [undefined, 0]);
  receiving.lack({ receiver: "r1", pictures });
  assert.deepEqual(receiving.shortageOf("bobs"), { shown: false, cause: "budget" });
  assert.deepEqual([receiving.shortageOf("cleos"), told], [undefined, 1]);
  receiving.lack({ receiver: "r1", pictures: [] });
  assert.deepEqual([receiving.shortageOf("bobs"), told], [undefined, 2]);
});

test("waits to be told again what is short, when it tells again what it wants", async (t) => {
  const { receiving, assigned } = await connected(t, [member("bob")]);
  receiving.lack({ receiver: "r1", pictures: [{ stream: "bobs", shown: false, cause: "link" }] });
  const before = assigned.length;
  receiving.tellAgain();
  await settled();
  assert.deepEqual([receiving.shortageOf("bobs"), assigned.length], [undefined, before + 1]);
});
