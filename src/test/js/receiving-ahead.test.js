import assert from "node:assert/strict";
import test from "node:test";
import { audience, member } from "./receivers.js";
import { settled } from "./settled.js";

/** An audience whose requests for the right are counted, and answered by `answer`. */
function asking(t, answer = async () => ({ url: "http://x/receive", stream: "r1" }), pictures = undefined) {
  let asked = 0;
  const ticket = () => {
    asked += 1;
    return answer(asked);
  };
  const made = audience(t, { ticket, pictures });
  made.asked = () => asked;
  return made;
}

test("asks for the right beforehand, once, and has its offer ready", async (t) => {
  const { audience: made, receiving, made: peers, asked, assigned } = asking(t);
  receiving.ahead();
  await settled();
  assert.equal(asked(), 1);
  assert.equal(peers.length, 1);
  assert.equal(receiving.state, "closed");
  made.update([member("bob")]);
  await settled();
  assert.equal(asked(), 1);
  assert.equal(peers.length, 1);
  assert.equal(receiving.state, "connecting");
  assert.equal(assigned[0].receiver, "r1");
});

test("asks anew when the right was asked for long before somebody came", async (t) => {
  const { audience: made, receiving, asked } = asking(t);
  receiving.ahead();
  await settled();
  t.mock.timers.tick(6_000);
  made.update([member("bob")]);
  await settled();
  assert.equal(asked(), 2);
});

test("asks anew when there was no seat yet", async (t) => {
  const {
    audience: made,
    receiving,
    asked,
  } = asking(t, async (time) => {
    if (time === 1) {
      throw Object.assign(new Error("no seat"), { code: "not-in-a-room" });
    }
    return { url: "http://x/receive", stream: "r2" };
  });
  receiving.ahead();
  await settled();
  made.update([member("bob")]);
  await settled();
  assert.equal(asked(), 2);
  assert.equal(receiving.state, "connecting");
});

test("has nothing to ask for beforehand while it receives", async (t) => {
  const { audience: made, receiving, asked } = asking(t);
  made.update([member("bob")]);
  await settled();
  receiving.ahead();
  assert.equal(asked(), 1);
});

test("makes the way while the page learns whom there is to receive", async (t) => {
  const right = { url: "http://x/receive", stream: "r1", pictures: 1 };
  const { audience: made, receiving, made: peers, asked, assigned, posted } = asking(t, async () => right);
  receiving.ahead();
  await settled();
  assert.equal(receiving.state, "connecting");
  assert.equal(peers.length, 1);
  assert.equal(posted.length, 1);
  made.update([member("bob")]);
  await settled();
  assert.equal(asked(), 1);
  assert.equal(posted.length, 1);
  assert.deepEqual(
    assigned.at(-1).pictures.map(({ stream }) => stream),
    ["bobs"],
  );
});

test("makes it as large as the pictures need that there are", async (t) => {
  const right = { url: "http://x/receive", stream: "r1", pictures: 5 };
  const { receiving, made: peers } = asking(t, async () => right, 6);
  receiving.ahead();
  await settled();
  assert.equal(peers.at(-1).kinds.filter((kind) => kind === "video").length, 6);
});

test("makes no way where nobody is seen", async (t) => {
  const { receiving } = asking(t, async () => ({ url: "http://x/receive", stream: "r1", pictures: 0 }));
  receiving.ahead();
  await settled();
  assert.equal(receiving.state, "closed");
});

test("makes no way for somebody who went meanwhile", async (t) => {
  const { audience: made, receiving } = asking(t, async () => ({ url: "http://x/r", stream: "r1", pictures: 2 }));
  receiving.ahead();
  made.close();
  await settled();
  assert.equal(receiving.state, "closed");
});
