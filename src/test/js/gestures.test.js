import assert from "node:assert/strict";
import test from "node:test";
import { GATHER, GestureNews } from "../../main/webapp/resources/js/meeting/gesture-news.js";
import { handsFirst, placesOf } from "../../main/webapp/resources/js/meeting/hand-order.js";
import { actsOn, messageOf } from "../../main/webapp/resources/js/meeting/moderation.js";
import { SEEN_FOR, ShownReactions } from "../../main/webapp/resources/js/meeting/shown-reactions.js";
import { RoomState } from "../../main/webapp/resources/js/signal/room-state.js";
import { playTime } from "./time.js";

const snapshot = (more = {}) => ({
  type: "room",
  seq: 1,
  you: "ada",
  room: { id: "r", kind: "group", name: "Talk" },
  members: ["ada", "bob"].map((id) => ({ id, name: id, streams: [] })),
  ...more,
});

function stateOf(more) {
  const state = new RoomState({ send: () => undefined }, "r");
  state.received(snapshot(more));
  return state;
}

const change = (seq, ...changes) => ({ type: "room-changed", seq, changes });

test("counts the places of hands by their turns", () => {
  const places = placesOf(
    new Map([
      ["bob", 7],
      ["ada", 3],
      ["cleo", 12],
    ]),
  );
  assert.deepEqual(Object.fromEntries(places), { ada: 1, bob: 2, cleo: 3 });
  assert.equal(placesOf(new Map()).size, 0);
});

test("lists hands first, in their order, and leaves all others where they are", () => {
  const looks = [{ id: "a" }, { id: "b", hand: 2 }, { id: "c" }, { id: "d", hand: 1 }];
  assert.deepEqual(
    handsFirst(looks).map(({ id }) => id),
    ["d", "b", "a", "c"],
  );
});

test("knows hands and answers from the snapshot, and follows what changes", () => {
  const state = stateOf({ hands: [{ id: "bob", turn: 4 }], answers: [{ id: "ada", answer: "no" }] });
  assert.deepEqual([...state.hands], [["bob", 4]]);
  const told = [];
  state.on("hand", (hand) => told.push(hand));
  state.on("answered", ({ id }) => told.push(id));
  state.on("reacted", (reacted) => told.push(reacted));
  state.received(change(2, { change: "hand-raised", id: "ada", turn: 5 }, { change: "hand-lowered", id: "bob" }));
  state.received(change(3, { change: "answer-withdrawn", id: "ada" }));
  state.received(change(4, { change: "answer-given", id: "bob", answer: "slower" }));
  state.received(change(5, { change: "member-reacted", id: "bob", reaction: "heart", number: 1 }));
  assert.deepEqual([...state.hands], [["ada", 5]]);
  assert.deepEqual([...state.answers], [["bob", "slower"]]);
  assert.deepEqual(told, [
    { id: "ada", up: true },
    { id: "bob", up: false },
    "ada",
    "bob",
    { id: "bob", reaction: "heart" },
  ]);
  state.received(change(6, { change: "member-left", id: "bob", reason: "left" }));
  assert.equal(state.answers.size, 0);
});

test("a reaction passes, and the next one of a member takes its place", (t) => {
  playTime(t, ["setTimeout"]);
  const shown = new ShownReactions();
  let changed = 0;
  shown.on("changed", () => (changed += 1));
  shown.show("bob", "heart");
  t.mock.timers.tick(SEEN_FOR - 1);
  shown.show("bob", "heart");
  assert.deepEqual(shown.of("bob"), { reaction: "heart", number: 2 });
  t.mock.timers.tick(SEEN_FOR - 1);
  assert.equal(shown.of("bob").reaction, "heart");
  t.mock.timers.tick(1);
  assert.equal(shown.of("bob"), undefined);
  assert.equal(changed, 3);
  shown.show("bob", "laugh");
  shown.forget("bob");
  t.mock.timers.tick(SEEN_FOR);
  assert.equal(changed, 4);
});

test("tells what happens within some seconds at once, and nothing of a hand that is down again", (t) => {
  playTime(t, ["setTimeout"]);
  const news = new GestureNews();
  const told = [];
  news.on("news", ({ hands, reactions, answers }) => told.push([hands, Object.fromEntries(reactions), answers]));
  news.hand("b", "Bob", true);
  news.hand("c", "Cleo", true);
  news.hand("c", "Cleo", false);
  news.reaction("Bob", "applause");
  news.reaction("Bob", "applause");
  news.reaction("Dan", "applause");
  t.mock.timers.tick(GATHER - 1);
  assert.deepEqual(told, []);
  t.mock.timers.tick(1);
  assert.deepEqual(told, [[["Bob"], { applause: ["Bob", "Dan"] }, false]]);
  news.hand("c", "Cleo", true);
  news.hand("c", "Cleo", false);
  t.mock.timers.tick(GATHER);
  assert.equal(told.length, 1);
  news.answer();
  t.mock.timers.tick(GATHER);
  assert.deepEqual(told[1], [[], {}, true]);
});

test("moderators lower a hand that is up", () => {
  const room = { id: "r1", kind: "group", owner: "ada", moderators: [], stage: {}, you: "ada" };
  const look = { id: "eve", own: false, device: false, microphone: "off", camera: "off" };
  assert.equal(actsOn(look, room).includes("lowerHand"), false);
  assert.equal(actsOn({ ...look, hand: 1 }, room)[0], "lowerHand");
  assert.deepEqual(messageOf("lowerHand", "eve", room), ["lower-hand", { member: "eve" }]);
});
