import assert from "node:assert/strict";
import test from "node:test";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { joined, stream } from "./meetings.js";
import { settled } from "./settled.js";

/** Bob speaks, and the browser has received `packets` of his sound; `pass` lets seconds pass in which more come. */
async function speaking(t) {
  const made = await joined(t);
  made.server.member("bob", { streams: [stream("bobs")] });
  await settled();
  const peer = made.made.at(-1);
  peer.become("connected");
  made.server.change({ change: "member-speaking", id: "bob", speaking: true });
  made.pass = async (seconds, packets) => {
    for (let second = 0; second < seconds; second += 1) {
      peer.sound = { packetsReceived: (peer.sound.packetsReceived ?? 0) + packets };
      await made.tick(1_000);
    }
  };
  made.isLost = () => made.meeting.lostVoices.has("bob");
  return made;
}

test("notices within seconds that nothing arrives of somebody who is said to speak, and that it does again", async (t) => {
  const { meeting, pass, isLost } = await speaking(t);
  await pass(5, 50);
  assert.equal(isLost(), false);
  let changes = 0;
  meeting.on("changed", () => (changes += 1));
  await pass(4, 0);
  assert.equal(isLost(), true);
  assert.equal(changes, 1);
  await pass(1, 50);
  assert.equal(isLost(), false);
  assert.equal(changes, 2);
});

test("forgets somebody who speaks no more, and begins anew with the next word", async (t) => {
  const { server, pass, isLost, tick } = await speaking(t);
  await pass(6, 0);
  assert.equal(isLost(), true);
  server.change({ change: "member-speaking", id: "bob", speaking: false });
  await tick(1_000);
  assert.equal(isLost(), false);
  await tick(10_000);
  server.change({ change: "member-speaking", id: "bob", speaking: true });
  await pass(2, 0);
  assert.equal(isLost(), false);
});

test("takes nobody for lost who has no slot for sound, as where more speak than there are slots", async (t) => {
  settings.receiving = { pictures: 2, sounds: 1 };
  t.after(() => delete settings.receiving);
  const { meeting, server, made, tick } = await joined(t);
  for (const id of ["bob", "cleo"]) {
    server.member(id, { streams: [stream(`${id}s`)] });
    server.change({ change: "member-speaking", id, speaking: true });
  }
  await settled();
  const receiving = made.find(({ offered }) => offered[0]?.startsWith("recvonly"));
  receiving.become("connected");
  receiving.receivers[2].counted = { packetsReceived: 50 };
  for (const name of ["cleos", "bobs"]) {
    server.tell({ type: "sounds-assigned", receiver: "my-receiver", sounds: [{ slot: "2", stream: name }] });
    for (let second = 0; second < 6; second += 1) {
      await settled();
      await tick(1_000);
    }
  }
  assert.equal(meeting.lostVoices.has("bob"), true);
  assert.equal(meeting.lostVoices.has("cleo"), false);
});

test("looks at nobody any more when the meeting is over", async (t) => {
  const { meeting, pass, isLost } = await speaking(t);
  await pass(6, 0);
  meeting.stop();
  assert.equal(isLost(), false);
});
