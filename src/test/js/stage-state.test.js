import assert from "node:assert/strict";
import test from "node:test";
import { shareState, stageState } from "../../main/webapp/resources/js/meeting/stage-state.js";

const members = new Map(["me", "ada", "bob"].map((id) => [id, { id, name: id }]));
const OFF = { state: "off", givingBack: false };

/** What I see of this stage; `more`: how I share, and who made the room. */
function seen(stage, { sharing = OFF, owner } = {}) {
  return stageState({ stage: { onAir: false, requests: [], ...stage }, you: "me", owner, members }, sharing);
}

test("anybody may share when nobody does", () => {
  const { state, mayAsk, mayTakeBack } = seen({}, { owner: "me" });
  assert.deepEqual([state, mayAsk, mayTakeBack], ["free", false, false]);
});

test("who shares, or is about to, can be asked", () => {
  assert.deepEqual([seen({ member: "ada" }).state, seen({ member: "ada", onAir: true }).state], ["preparing", "shown"]);
  const { holder, mayAsk, asked } = seen({ member: "ada", onAir: true });
  assert.deepEqual([holder.name, mayAsk, asked], ["ada", true, false]);
});

test("who asked can only withdraw", () => {
  const { mayAsk, asked } = seen({ member: "ada", onAir: true, requests: ["bob", "me"] });
  assert.deepEqual([mayAsk, asked], [false, true]);
});

test("who made the room can take the stage back from others", () => {
  assert.equal(seen({ member: "ada" }, { owner: "me" }).mayTakeBack, true);
  assert.equal(seen({ member: "ada" }, { owner: "bob" }).mayTakeBack, false);
  assert.equal(seen({ member: "ada" }).mayTakeBack, false);
  assert.equal(seen({ member: "me", onAir: true }, { owner: "me", sharing: { state: "on" } }).mayTakeBack, false);
});

test("the stage that is kept for me waits for me", () => {
  const { state, holder, mayAsk } = seen({ member: "me" });
  assert.deepEqual([state, holder, mayAsk], ["yours", undefined, false]);
});

test("what I do is seen before the server says it", () => {
  assert.equal(seen({}, { sharing: { state: "asking" } }).state, "asking");
  assert.equal(seen({}, { sharing: { state: "on" } }).state, "sharing");
  assert.equal(seen({ member: "me", onAir: true }, { sharing: { state: "off", givingBack: true } }).state, "free");
});

test("I see who asks me, those only who are still here", () => {
  const { requests } = seen(
    { member: "me", onAir: true, requests: ["bob", "gone", "ada"] },
    { sharing: { state: "on" } },
  );
  assert.deepEqual(
    requests.map(({ id }) => id),
    ["bob", "ada"],
  );
  assert.deepEqual(seen({ member: "ada", requests: ["bob"] }).requests, []);
});

test("among people who are seen, whoever has a seat may share while nobody does", () => {
  const sharing = { state: "off" };
  const room = (stage) => ({ you: "me", self: members.get("me"), stage });
  assert.equal(shareState({ room: room({}), sharing }, true), "off");
  assert.equal(shareState({ room: room({ member: "me" }), sharing }, true), "off");
  assert.equal(shareState({ room: room({ member: "me" }), sharing: { state: "asking" } }, true), "on");
  assert.equal(shareState({ room: room({ member: "ada" }), sharing }, true), "none");
  assert.equal(shareState({ room: room({}), sharing }, false), "none");
  assert.equal(shareState({ room: room({}), sharing, held: true }, true), "none");
  assert.equal(shareState({ room: { ...room({}), self: undefined }, sharing }, true), "none");
});
