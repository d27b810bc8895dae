import assert from "node:assert/strict";
import test from "node:test";
import { audience, member } from "./receivers.js";
import { settled } from "./settled.js";

const DOOR = "http://x/api/rooms/hall/receivers";

/** An audience that began at the door, which answers this status. */
async function begun(t, { status = 201, ...more } = {}) {
  const made = { asked: 0 };
  const ticket = async () => {
    made.asked += 1;
    return { url: "http://x/receive", stream: "r2", pictures: 0 };
  };
  Object.assign(made, audience(t, { ticket, ...more }));
  const byTicket = globalThis.fetch;
  made.failed = [];
  made.receiving.on("failed", (failure) => made.failed.push(failure));
  t.mock.method(globalThis, "fetch", async (url, options) => {
    if (options.method !== "POST" || !url.startsWith(DOOR)) {
      return byTicket(url, options);
    }
    made.doors.push(url);
    const headers = new Map(status === 201 ? [["Location", "/rtc/v1/whip/?action=delete&stream=r1&session=s"]] : []);
    return { status, url, text: async () => "", headers };
  });
  made.receiving.begin(DOOR);
  await settled();
  return made;
}

test("begins before there is a seat, without a ticket", async (t) => {
  const { receiving, asked, doors, made, assigned } = await begun(t);
  assert.equal(receiving.state, "connecting");
  assert.deepEqual(doors, [`${DOOR}?pictures=2`]);
  assert.equal(made.length, 1);
  assert.equal(asked, 0);
  receiving.ahead();
  await settled();
  assert.equal(asked, 0);
  assert.deepEqual(assigned.at(-1), { receiver: "r1", pictures: [], sounds: [] });
});

test("receives by that connection once there is a seat", async (t) => {
  const one = await begun(t);
  one.made[0].become("connected");
  one.receiving.ahead();
  one.audience.update([member("bob")]);
  await settled();
  assert.deepEqual(one.doors, [`${DOOR}?pictures=2`]);
  assert.equal(one.assigned.at(-1).receiver, "r1");
  assert.deepEqual(
    one.assigned.at(-1).pictures.map(({ stream }) => stream),
    ["bobs"],
  );
});

test("begins as always where the door does not do it, and tells nobody", async (t) => {
  const one = await begun(t, { status: 204 });
  assert.equal(one.receiving.state, "closed");
  one.receiving.ahead();
  await settled();
  assert.equal(one.asked, 1);
  one.audience.update([member("bob")]);
  await settled();
  assert.equal(one.receiving.state, "connecting");
  assert.equal(one.doors.at(-1), "http://x/receive");
  assert.deepEqual(one.failed, []);
});

test("asks for the right when the door refuses after the seat was asked for", async (t) => {
  let resolve;
  const promise = new Promise((answer) => (resolve = answer));
  const made = audience(t, { ticket: async () => ({ url: "http://x/receive", stream: "r2", pictures: 1 }) });
  const byTicket = globalThis.fetch;
  t.mock.method(globalThis, "fetch", async (url, options) => (url.startsWith(DOOR) ? promise : byTicket(url, options)));
  made.receiving.begin(DOOR);
  await settled();
  made.receiving.ahead();
  resolve({ status: 404, text: async () => "{}", headers: new Map() });
  await settled();
  assert.equal(made.receiving.state, "connecting");
  assert.deepEqual(made.doors, ["http://x/receive"]);
});

test("ends what there is no seat for, but not what somebody is seen by", async (t) => {
  const one = await begun(t);
  one.made[0].become("connected");
  one.receiving.giveUp();
  await settled();
  assert.equal(one.receiving.state, "closed");
  assert.equal(one.ended.length, 1);
  one.audience.update([member("bob")]);
  await settled();
  one.receiving.giveUp();
  assert.equal(one.receiving.state, "connecting");
});

test("ends what breaks before the seat is asked for, and begins as always then", async (t) => {
  const tickets = [];
  const one = await begun(t, { ticket: () => Promise.reject(new Error(`no seat ${tickets.push("asked")}`)) });
  const unusable = [];
  one.receiving.on("unusable", () => unusable.push("unusable"));
  one.made[0].become("connected");
  one.made[0].become("failed");
  t.mock.timers.tick(1_000);
  await settled();
  assert.equal(one.receiving.state, "closed");
  assert.deepEqual(unusable, []);
  assert.equal(tickets.length, 1);
  one.receiving.ahead();
  assert.equal(tickets.length, 2);
});

/** What became of waiting for the way that was begun: "waits" or "over". */
function waiting(receiving) {
  const made = { is: "waits" };
  receiving.begun(1_000).then(() => (made.is = "over"));
  return made;
}

test("lets others wait until the way that was begun is there, or for a second", async (t) => {
  const { receiving, made } = await begun(t);
  const first = waiting(receiving);
  t.mock.timers.tick(900);
  const second = waiting(receiving);
  await settled();
  assert.deepEqual([first.is, second.is], ["waits", "waits"]);
  t.mock.timers.tick(100);
  await settled();
  assert.deepEqual([first.is, second.is], ["over", "waits"]);
  made[0].become("connected");
  await settled();
  assert.equal(second.is, "over");
  const third = waiting(receiving);
  await settled();
  assert.equal(third.is, "over");
});

test("lets nobody wait where nothing was begun", async (t) => {
  const one = waiting(audience(t).receiving);
  await settled();
  assert.equal(one.is, "over");
});

test("lets nobody wait where what was begun does not come to be", async (t) => {
  const { receiving, made } = await begun(t);
  const one = waiting(receiving);
  made[0].become("failed");
  await settled();
  assert.equal(one.is, "over");
});
