import assert from "node:assert/strict";
import test from "node:test";
import { audience, member, trackOf } from "./receivers.js";
import { settled } from "./settled.js";

const LOOK = 100;

/** Bob, and then Cleo, were in the only slot before the connection was there, and whole pictures came at once. */
async function hasty(t, take) {
  const made = audience(t, { pictures: 1 });
  made.take = take;
  made.audience.update([member("bob")]);
  await settled();
  made.audience.update([member("cleo")]);
  await settled();
  const [peer] = made.made;
  const [receiver] = Object.values(peer.receivers);
  receiver.counted = { keyFramesDecoded: 1, framesDecoded: 1 };
  peer.become("connected");
  await settled();
  made.pass = async (looks) => {
    for (let look = 0; look < looks; look += 1) {
      receiver.counted.framesDecoded += 1;
      t.mock.timers.tick(LOOK);
      await settled();
    }
  };
  made.sees = () => trackOf(made.shows("cleo"), "video") === receiver.track;
  return made;
}

test("shows whose picture goes on when no other can come, though the whole one came before it looked", async (t) => {
  const { pass, sees } = await hasty(t, () => 1);
  await pass(5);
  assert.ok(!sees(), "it may still be Bob's");
  await pass(10);
  assert.ok(sees());
});

test("shows no picture that goes on while the server has not taken whose it is", async (t) => {
  const { pass, sees } = await hasty(t, () => 0);
  await pass(30);
  assert.ok(!sees());
});

test("shows somebody at once who came back while the connection was made", async (t) => {
  const { audience: made, made: peers, shows } = audience(t);
  for (const members of [[member("bob")], [], [member("bob")]]) {
    made.update(members);
    await settled();
  }
  const [peer] = peers;
  peer.receivers[0].counted = { keyFramesDecoded: 1, framesDecoded: 1 };
  peer.become("connected");
  await settled();
  assert.equal(trackOf(shows("bob"), "video"), peer.receivers[0].track);
});
