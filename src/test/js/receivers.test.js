import assert from "node:assert/strict";
import test from "node:test";
import { PAUSE, Receivers } from "../../main/webapp/resources/js/signal/receivers.js";
import { settled } from "./settled.js";

const grace = { id: "grace", name: "Grace" };

function page(t, finds = true) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [];
  const answers = [];
  const find = (text) => {
    asked.push(text);
    return new Promise((resolve, reject) => answers.push({ resolve, reject }));
  };
  const receivers = new Receivers({ finds, find });
  const search = async (text) => {
    receivers.search(text);
    t.mock.timers.tick(PAUSE);
    await settled();
  };
  return { answers, asked, receivers, search };
}

test("asks once for what was typed in one go", async (t) => {
  const { answers, asked, receivers, search } = page(t);
  receivers.search("gr");
  await search("gra ");
  assert.deepEqual(asked, ["gra"]);
  answers[0].resolve([grace]);
  await settled();
  assert.deepEqual(receivers.found, [grace]);
  await search("g");
  assert.deepEqual([asked.length, receivers.found], [1, []]);
});

test("shows no answer to what is not searched any more", async (t) => {
  const { answers, receivers, search } = page(t);
  await search("gra");
  await search("grx");
  answers[1].reject(new Error("connection lost"));
  answers[0].resolve([grace]);
  await settled();
  assert.deepEqual(receivers.found, []);
});

test("asks nothing where nobody can be found", async (t) => {
  const { asked, search } = page(t, false);
  await search("grace");
  assert.deepEqual(asked, []);
});
