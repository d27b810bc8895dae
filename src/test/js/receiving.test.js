import assert from "node:assert/strict";
import test from "node:test";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { audience, connected, member, trackOf } from "./receivers.js";
import { settled } from "./settled.js";

const LOOK = 100;

test("receives everybody by one connection and tells the server what is in its slots", async (t) => {
  const { made, assigned, posted, played } = await connected(t, [member("bob"), member("cleo")]);
  assert.equal(made.length, 1);
  assert.equal(posted.length, 1);
  assert.deepEqual(played, []);
  assert.deepEqual(made[0].offered, ["recvonly video", "recvonly video", "recvonly audio", "recvonly audio"]);
  assert.deepEqual(assigned.at(-1), {
    receiver: "r1",
    pictures: [
      { slot: "0", stream: "bobs", height: undefined, priority: undefined },
      { slot: "1", stream: "cleos", height: undefined, priority: undefined },
    ],
    sounds: ["bobs", "cleos"],
  });
});

test("shows and plays what is in the slots, wherever the server puts a sound", async (t) => {
  const { shows, hear, peer } = await connected(t, [member("bob"), member("cleo")]);
  hear({ 2: "cleos", 3: "bobs" });
  assert.equal(trackOf(shows("bob"), "video"), peer.receivers[0].track);
  assert.equal(trackOf(shows("bob"), "audio"), peer.receivers[3].track);
  assert.equal(trackOf(shows("cleo"), "audio"), peer.receivers[2].track);
  hear({ 2: "bobs" });
  assert.equal(trackOf(shows("bob"), "audio"), peer.receivers[2].track);
  assert.equal(shows("cleo").audio, undefined);
});

test("lets a sound not wait for whoever was in its slot before", async (t) => {
  const { hear, peer } = await connected(t, [member("bob"), member("cleo")]);
  hear({ 2: "bobs" });
  peer.receivers[2].jitterBufferTarget = 350;
  hear({ 2: "cleos" });
  assert.equal(peer.receivers[2].jitterBufferTarget, null);
});

test("does not take the sounds of another page for its own", async (t) => {
  const { shows, hear } = await connected(t, [member("bob")]);
  hear({ 2: "bobs" }, "r2");
  assert.equal(shows("bob").audio, undefined);
});

test("shows nobody the last picture of whoever was in the slot before", async (t) => {
  const { audience: made, shows, peer, assigned } = await connected(t, [member("bob"), member("cleo")]);
  peer.receivers[0].counted = { keyFramesDecoded: 3, framesDecoded: 100 };
  made.update([member("cleo")]);
  made.update([member("cleo"), member("dan")]);
  await settled();
  assert.deepEqual(
    assigned
      .at(-1)
      .pictures.map(({ slot, stream: name }) => `${slot} ${name}`)
      .sort(),
    ["0 dans", "1 cleos"],
  );
  t.mock.timers.tick(LOOK);
  await settled();
  assert.equal(shows("dan").video, undefined);
  peer.receivers[0].counted = { keyFramesDecoded: 4, framesDecoded: 101 };
  t.mock.timers.tick(LOOK);
  await settled();
  assert.equal(trackOf(shows("dan"), "video"), peer.receivers[0].track);
});

test("lets somebody come back into the slot that they had", async (t) => {
  const { audience: made, assigned } = await connected(t, [member("bob"), member("cleo")]);
  made.update([]);
  await settled();
  made.update([member("cleo")]);
  await settled();
  assert.deepEqual(
    assigned.at(-1).pictures.map(({ slot }) => slot),
    ["1"],
  );
});

test("shows somebody at once who comes back into their slot, where no whole picture need come", async (t) => {
  const { audience: made, shows, peer } = await connected(t, [member("bob")]);
  peer.receivers[0].counted = { keyFramesDecoded: 3, framesDecoded: 100 };
  made.update([]);
  await settled();
  made.update([member("bob")]);
  await settled();
  assert.equal(trackOf(shows("bob"), "video"), peer.receivers[0].track);
});

test("shows nobody what they found in their slot when they come back before anything of theirs came", async (t) => {
  const { audience: made, shows, peer } = await connected(t, [member("bob")], { pictures: 1 });
  peer.receivers[0].counted = { keyFramesDecoded: 3, framesDecoded: 100 };
  for (const members of [[member("cleo")], [], [member("cleo")]]) {
    made.update(members);
    await settled();
  }
  t.mock.timers.tick(LOOK);
  await settled();
  assert.equal(shows("cleo").video, undefined);
  peer.receivers[0].counted = { keyFramesDecoded: 4, framesDecoded: 101 };
  t.mock.timers.tick(LOOK);
  await settled();
  assert.equal(trackOf(shows("cleo"), "video"), peer.receivers[0].track);
});

test("asks for no picture that nobody sees, and as large as it is seen", async (t) => {
  const { receiving, assigned } = await connected(t, [member("bob"), member("cleo")]);
  const wishes = { bobs: { height: 0, priority: 1 }, cleos: { height: 360, priority: 2 } };
  receiving.follow((name) => wishes[name]);
  receiving.update();
  await settled();
  assert.deepEqual(assigned.at(-1).pictures, [{ slot: "1", stream: "cleos", height: 360, priority: 2 }]);
  assert.deepEqual(assigned.at(-1).sounds, ["bobs", "cleos"]);
});

const picturesIn = (assigned) =>
  assigned
    .at(-1)
    .pictures.map(({ slot, stream: name }) => `${slot} ${name}`)
    .sort();

test("gives slots to those who matter most, and takes them from those who matter least", async (t) => {
  const { audience: made, receiving, assigned } = await connected(t, [member("bob"), member("cleo")]);
  const wishes = { bobs: { height: 180, priority: 1 }, cleos: { height: 180, priority: 0 } };
  receiving.follow((name) => wishes[name]);
  made.update([member("bob"), member("cleo"), member("dan")]);
  await settled();
  assert.deepEqual(picturesIn(assigned), ["0 bobs", "1 cleos"], "who is unknown comes last");
  wishes.dans = { height: 720, priority: 2 };
  receiving.update();
  await settled();
  assert.deepEqual(picturesIn(assigned), ["0 bobs", "1 dans"]);
  wishes.cleos = { height: 180, priority: 1 };
  receiving.update();
  await settled();
  assert.deepEqual(picturesIn(assigned), ["0 bobs", "1 dans"], "who has a slot keeps it");
});

test("has a slot for a screen where nobody says what matters", async (t) => {
  const { audience: made, assigned } = await connected(t, [member("bob"), member("cleo")]);
  made.update([member("bob"), member("cleo"), member("dan", { source: "screen" })]);
  await settled();
  assert.deepEqual(picturesIn(assigned), ["0 bobs", "1 dans"]);
});

test("tells the server nothing twice, but all again when it may not have heard it", async (t) => {
  const { receiving, assigned } = await connected(t, [member("bob")]);
  const before = assigned.length;
  receiving.update();
  await settled();
  assert.equal(assigned.length, before);
  receiving.tellAgain();
  await settled();
  assert.equal(assigned.length, before + 1);
});

test("watches a member no more without touching the connection", async (t) => {
  const { audience: made, assigned, peer } = await connected(t, [member("bob"), member("cleo")]);
  made.watch(member("bob"), false);
  await settled();
  assert.deepEqual(assigned.at(-1).sounds, ["cleos"]);
  assert.equal(peer.closed, false);
});

test("takes a stream with other tracks on without another connection", async (t) => {
  const { audience: made, assigned, made: connections } = await connected(t, [member("bob", { video: false })]);
  assert.deepEqual(assigned.at(-1).pictures, []);
  made.update([member("bob")]);
  await settled();
  assert.equal(assigned.at(-1).pictures.length, 1);
  assert.equal(connections.length, 1);
});

test("gives everybody their slots anew when the connection is made anew", async (t) => {
  let number = 0;
  const ticket = async () => ({ url: "http://x/receive", stream: `r${(number += 1)}` });
  const {
    audience: made,
    assigned,
    shows,
    hear,
    made: connections,
    ended,
  } = await connected(t, [member("bob")], {
    ticket,
  });
  hear({ 2: "bobs" });
  made.restartAll();
  await settled();
  assert.deepEqual(shows("bob"), {});
  assert.equal(ended.length, 1);
  connections[1].become("connected");
  await settled();
  assert.equal(assigned.at(-1).receiver, "r2");
  assert.equal(trackOf(shows("bob"), "video"), connections[1].receivers[0].track);
});

test("plays each stream by a connection of its own where the server does not know of it", async (t) => {
  const refused = () => Promise.reject(new SignalError("unknown-type", "?"));
  const { audience: made, played, made: connections } = audience(t, { ticket: refused });
  made.update([member("bob"), member("cleo")]);
  await settled();
  await settled();
  assert.deepEqual(played, ["bobs", "cleos"]);
  assert.equal(made.receiving, undefined);
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [true, false, false],
  );
});

test("asks no more where the server does not know of it", async (t) => {
  let asked = 0;
  const refused = () => {
    asked += 1;
    return Promise.reject(new SignalError("unknown-type", "?"));
  };
  const { audience: made, played } = audience(t, { ticket: refused });
  made.update([member("bob")]);
  await settled();
  t.mock.timers.tick(10_000);
  await settled();
  assert.equal(asked, 1);
  assert.deepEqual(played, ["bobs"]);
});

test("tries again where the server was only out of reach", async (t) => {
  const refused = () => Promise.reject(new SignalError("connection-lost", "?"));
  const { audience: made, played } = audience(t, { ticket: refused });
  made.update([member("bob")]);
  await settled();
  assert.deepEqual(played, []);
  assert.equal(made.stateOf("bob"), "retrying");
});

test("tells of a stream what came since it has its slot", async (t) => {
  const { audience: made, peer } = await connected(t, [member("bob"), member("cleo")]);
  peer.receivers[1].counted = { framesDecoded: 100, keyFramesDecoded: 1 };
  made.update([member("bob")]);
  made.update([member("bob"), member("dan")]);
  await settled();
  peer.receivers[1].counted = { framesDecoded: 120, keyFramesDecoded: 2 };
  const { player } = made.players.find((one) => one.member === "dan");
  const [entry] = [...(await player.peer.getStats()).values()];
  assert.equal(entry.framesDecoded, 20);
});

test("is over with the audience", async (t) => {
  const { audience: made, peer, ended } = await connected(t, [member("bob")]);
  await made.close();
  assert.equal(peer.closed, true);
  assert.equal(ended.length, 1);
});
