import assert from "node:assert/strict";
import test from "node:test";
import { FittingPlayer } from "../../main/webapp/resources/js/media/fitting-player.js";
import { Player } from "../../main/webapp/resources/js/media/player.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

const LARGE = { name: "large", source: "camera", audio: true, video: true, codec: "H264" };
const SMALL = { ...LARGE, name: "small", source: "camera-small" };

/** A player of a tile with so many lines, and everything that it told; `wish.height` may change. */
function fitting(t, { height, small } = {}) {
  const network = peers(t, ["setTimeout"], { decodes: ["H264"] });
  const asked = [];
  const told = [];
  const wish = { height };
  const ticket = async (name) => {
    asked.push(name);
    return { url: `http://x/whep/${name}` };
  };
  const player = new FittingPlayer(LARGE, small, {
    upTo: 240,
    wish: () => (wish.height === undefined ? undefined : wish),
    make: (stream) => new Player(stream, ticket),
  });
  player.on("tracks", (tracks) => told.push(Object.keys(tracks).join()));
  player.start();
  const tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  return { ...network, asked, told, wish, player, tick };
}

test("plays the large stream until the small one shows a picture", async (t) => {
  const { made, asked, wish, player, tick } = fitting(t, { height: 720 });
  await settled();
  made[0].become("connected");
  wish.height = 180;
  player.onAir(LARGE, SMALL);
  await settled();
  assert.deepEqual(asked, ["large", "small"]);
  made[1].become("connected");
  await tick(100);
  assert.equal(player.peer, made[0], "nothing of the small one is seen yet");
  made[1].picture = { framesDecoded: 1 };
  await tick(100);
  assert.equal(player.peer, made[1]);
  assert.equal(made[0].closed, true);
});

test("goes on in the same MediaStream, so that a video is never empty", async (t) => {
  const { made, wish, player, tick } = fitting(t, { height: 720, small: SMALL });
  await settled();
  made[0].become("connected");
  made[0].receive("video");
  const shown = player.received.video;
  wish.height = 180;
  player.fit();
  await settled();
  made[1].become("connected");
  const track = made[1].receive("video");
  assert.notDeepEqual(shown.getTracks(), [track]);
  made[1].picture = { framesDecoded: 1 };
  await tick(100);
  assert.equal(player.received.video, shown);
  assert.deepEqual(shown.getTracks(), [track]);
});

test("goes back to the large stream in the same way", async (t) => {
  const { made, wish, player, tick } = fitting(t, { height: 180, small: SMALL });
  await settled();
  made[0].become("connected");
  wish.height = 360;
  player.fit();
  await settled();
  made[1].become("connected");
  made[1].picture = { framesDecoded: 1 };
  await tick(100);
  assert.equal(player.peer, made[1]);
  assert.equal(made[0].closed, true);
});

test("plays the large stream where there is no small one that will do", async (t) => {
  const { made, asked, player } = fitting(t, { height: 180 });
  await settled();
  made[0].become("connected");
  player.onAir(LARGE, { ...SMALL, codec: "AV1" });
  player.onAir(LARGE, { ...SMALL, audio: false });
  await settled();
  assert.deepEqual(asked, ["large"]);
});

test("begins with the small stream while the tile's size is not known", async (t) => {
  const { asked } = fitting(t, { small: SMALL });
  await settled();
  assert.deepEqual(asked, ["small"]);
});

test("plays the sound alone of whom nobody sees", async (t) => {
  const { made, wish, player, tick, told } = fitting(t, { height: 720 });
  await settled();
  made[0].become("connected");
  wish.height = 0;
  player.fit();
  await settled();
  assert.deepEqual(made[1].kinds, ["audio"]);
  made[1].become("connected");
  made[1].sound = { packetsReceived: 1 };
  made[1].receive("audio");
  await tick(100);
  assert.equal(player.peer, made[1]);
  assert.equal(made[0].closed, true);
  assert.deepEqual(told, ["audio"]);
});

test("stays with what it plays when the tile has its size again", async (t) => {
  const { made, wish, player, tick } = fitting(t, { height: 720, small: SMALL });
  await settled();
  made[0].become("connected");
  wish.height = 180;
  player.fit();
  await settled();
  wish.height = 720;
  player.fit();
  await tick(1_000);
  assert.equal(player.peer, made[0]);
  assert.equal(made[0].closed, false);
  assert.equal(made[1].closed, true);
});

test("waits no longer for the picture of a camera that is off", async (t) => {
  const { made, wish, player, tick } = fitting(t, { height: 720, small: SMALL });
  await settled();
  made[0].become("connected");
  wish.height = 180;
  player.fit();
  await settled();
  made[1].become("connected");
  for (let looks = 0; looks < 30; looks++) {
    assert.equal(player.peer, made[0]);
    await tick(100);
  }
  await tick(100);
  assert.equal(player.peer, made[1]);
});

test("ends both connections with the stream", async (t) => {
  const { made, wish, player } = fitting(t, { height: 720, small: SMALL });
  await settled();
  made[0].become("connected");
  wish.height = 180;
  player.fit();
  await settled();
  await player.close();
  assert.deepEqual(
    made.map(({ closed }) => closed),
    [true, true],
  );
  assert.equal(player.state, "closed");
});
