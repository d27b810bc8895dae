import assert from "node:assert/strict";
import test from "node:test";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { joined, stream } from "./meetings.js";
import { connected, member, trackOf } from "./receivers.js";
import { settled } from "./settled.js";

const LOOK = 100;
const people = (...ids) => ids.map((id) => member(id));

test("takes as many slots as it needs when it begins", async (t) => {
  const { made } = await connected(t, people("bob", "cleo", "dan", "eva", "fay"), { pictures: 6 });
  assert.deepEqual(
    made.map(({ kinds }) => kinds.filter((kind) => kind === "video").length),
    [6],
  );
});

test("replaces a connection that has too few slots by a larger one without a gap", async (t) => {
  let number = 0;
  const ticket = async () => ({ url: "http://x/receive", stream: `r${(number += 1)}` });
  const four = people("bob", "cleo", "dan", "eva");
  const {
    audience: made,
    made: connections,
    shows,
    hear,
    assigned,
  } = await connected(t, four, {
    ticket,
    pictures: 6,
  });
  hear({ 4: "bobs" });
  const before = shows("bob");
  assert.equal(connections[0].kinds.length, 6);
  made.update([...four, member("fay")]);
  await settled();
  connections[1].become("connected");
  await settled();
  t.mock.timers.tick(3_000);
  await settled();
  assert.equal(shows("bob"), before, "it is not known whose sounds are where");
  assert.equal(connections[0].closed, false);
  assert.equal(assigned.find(({ receiver }) => receiver === "r2").pictures.length, 5);
  hear({ 6: "bobs" }, "r2");
  await settled();
  assert.equal(trackOf(shows("bob"), "audio"), connections[1].receivers[6].track);
  assert.equal(shows("bob").video, before.video, "before anything of it is there");
  connections[1].receivers[0].counted = { keyFramesDecoded: 1 };
  t.mock.timers.tick(LOOK);
  await settled();
  assert.equal(trackOf(shows("bob"), "video"), connections[1].receivers[0].track);
  t.mock.timers.tick(2_000);
  await settled();
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [true, false],
  );
  assert.equal(made.stateOf("bob"), "connected");
});

test("makes no larger connection where there may be no more slots", async (t) => {
  const four = people("bob", "cleo", "dan", "eva");
  const { audience: made, made: connections, assigned } = await connected(t, four, { pictures: 4 });
  made.update([...four, member("fay")]);
  await settled();
  assert.equal(connections.length, 1);
  assert.equal(assigned.at(-1).pictures.length, 4);
});

/** Four with a connection of their own, and one more; the larger connection's tickets, the second on, are `next`. */
async function growing(t, next) {
  let asked = 0;
  const ticket = async () => {
    asked += 1;
    return asked === 1 ? { url: "http://x/receive", stream: "r1" } : next();
  };
  const four = people("bob", "cleo", "dan", "eva");
  const made = await connected(t, four, { ticket, pictures: 6 });
  made.audience.update([...four, member("fay")]);
  await settled();
  made.tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
    await settled();
    return asked;
  };
  return made;
}

test("goes on with the smaller connection where the larger one is refused, and tries again in a minute", async (t) => {
  const refused = () => Promise.reject(new SignalError("unsupported-offer", "?"));
  const { tick, receiving, played } = await growing(t, refused);
  assert.equal(await tick(59_000), 2);
  receiving.update();
  assert.equal(await tick(0), 2);
  assert.equal(receiving.state, "connected");
  assert.deepEqual(played, []);
  assert.equal(await tick(1_000), 3);
});

test("gives a larger connection up that fails twice", async (t) => {
  const lost = () => Promise.reject(new SignalError("no-answer", "?"));
  const { tick, receiving, made } = await growing(t, lost);
  await tick(1_000);
  await tick(10_000);
  assert.equal(await tick(30_000), 3);
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [false, true, true],
  );
  assert.equal(receiving.state, "connected");
  await receiving.close();
  assert.equal(await tick(100_000), 3, "nothing is left behind");
});

const receivingPeer = (made) => made.find(({ offered }) => offered[0]?.startsWith("recvonly"));

test("joins a meeting with one connection for all, and one for the own devices", async (t) => {
  settings.receiving = { pictures: 2, sounds: 2 };
  t.after(() => delete settings.receiving);
  const { meeting, server, made, doors } = await joined(t);
  server.member("bob", { streams: [stream("bobs")] });
  server.member("cleo", { streams: [stream("cleos")] });
  await settled();
  assert.equal(server.all("request-receive").length, 1, "right behind the seat");
  receivingPeer(made).become("connected");
  server.tell({ type: "sounds-assigned", receiver: "my-receiver", sounds: [{ slot: "2", stream: "bobs" }] });
  await settled();
  assert.deepEqual(doors, ["http://x/whip/camera", "http://x/receive"]);
  assert.deepEqual(server.all("request-play"), []);
  assert.deepEqual(server.all("assign-streams").at(-1).sounds, ["bobs", "cleos"]);
  assert.ok(meeting.audience.players.find(({ member: id }) => id === "bob").player.received.audio);
  const before = server.all("assign-streams").length;
  server.drop();
  t.mock.timers.tick(1_000);
  await settled();
  await settled();
  assert.equal(server.all("assign-streams").length, before + 1, "again, after the line was broken");
});

test("minds no refusal of what it wants to receive: the receiver may be gone meanwhile", async (t) => {
  settings.receiving = { pictures: 2, sounds: 2 };
  t.after(() => delete settings.receiving);
  const { server, made } = await joined(t);
  server.refuse["assign-streams"] = "no-such-session";
  server.member("bob", { streams: [stream("bobs")] });
  await settled();
  receivingPeer(made).become("connected");
  await settled();
  assert.ok(server.all("assign-streams").length > 0);
  assert.ok(server.all("assign-streams").every(({ request }) => request !== undefined));
});
