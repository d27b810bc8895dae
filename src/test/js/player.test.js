import assert from "node:assert/strict";
import test from "node:test";
import { Player } from "../../main/webapp/resources/js/media/player.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

const STREAM = { name: "bobs", audio: true, video: true, codec: "VP8" };

/** A player in a browser that the test plays; `asked` are the streams of its tickets, `told` its events. */
function player(t, stream = STREAM) {
  const made = { asked: [], told: [], ...peers(t) };
  made.player = new Player(stream, async (name) => {
    made.asked.push(name);
    return { url: `http://x/whep/${name}` };
  });
  made.player.on("state", (state) => made.told.push(state));
  made.player.on("tracks", (tracks) => made.told.push(Object.keys(tracks).join()));
  return made;
}

test("offers to receive only what the stream has", async (t) => {
  const { player: made, made: connections } = player(t, { ...STREAM, audio: false });
  made.start();
  await settled();
  assert.deepEqual(connections[0].offered, ["recvonly video"]);
});

test("offers to receive stereo, as the browser is told", async (t) => {
  const { player: made, made: connections, posted } = player(t);
  const sdp = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=recvonly\r\na=rtpmap:111 opus/48000/2\r\n";
  const Peer = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Peer {
    createOffer = async () => ({ type: "offer", sdp });
  };
  made.start();
  await settled();
  assert.deepEqual(posted, [`${sdp}a=fmtp:111 stereo=1\r\n`]);
  assert.equal(connections[0].set, posted[0]);
});

test("tells of each track that arrives, together with those that are there", async (t) => {
  const { player: made, made: connections, told } = player(t);
  made.start();
  await settled();
  connections[0].receive("audio");
  connections[0].receive("video");
  connections[0].become("connected");
  assert.deepEqual(told, ["connecting", "audio", "audio,video", "connected"]);
  assert.deepEqual(
    made.received.video.getVideoTracks().map(({ kind }) => kind),
    ["video"],
  );
});

test("keeps the connection when the same stream is on air again", async (t) => {
  const { player: made, made: connections } = player(t);
  made.start();
  await settled();
  made.onAir({ ...STREAM });
  assert.deepEqual(
    connections.map(({ closed }) => closed),
    [false],
  );
});

test("offers anew when the stream has other tracks or another codec, and forgets what it had", async (t) => {
  for (const other of [
    { ...STREAM, audio: false },
    { ...STREAM, codec: "H264" },
  ]) {
    await t.test(JSON.stringify(other), async (t) => {
      const { player: made, made: connections, ended } = player(t);
      made.start();
      await settled();
      connections[0].receive("video");
      made.onAir(other);
      await settled();
      assert.deepEqual(
        connections.map(({ closed }) => closed),
        [true, false],
      );
      assert.deepEqual(made.received, {});
      assert.equal(ended.length, 1);
    });
  }
});

test("plays another stream by the connection that was made ready for any", async (t) => {
  const { player: made, made: connections, asked, doors } = player(t);
  made.prepare();
  assert.deepEqual(asked, []);
  made.take({ ...STREAM, name: "cleos" }).start();
  await settled();
  assert.deepEqual([asked, doors], [["cleos"], ["http://x/whep/cleos"]]);
  assert.equal(connections.length, 1);
});

test("tries again by itself after a failure, with a new ticket", async (t) => {
  const { player: made, made: connections, asked, told } = player(t);
  made.start();
  await settled();
  connections[0].become("failed");
  assert.equal(made.state, "retrying");
  t.mock.timers.tick(1_000);
  await settled();
  assert.deepEqual(asked, ["bobs", "bobs"]);
  connections[1].become("connected");
  assert.deepEqual(told, ["connecting", "retrying", "connected"]);
});

test("replaces a connection that does not come back within six seconds, and no sooner", async (t) => {
  const { player: made, made: connections } = player(t);
  made.start();
  await settled();
  connections[0].become("connected");
  connections[0].become("disconnected");
  t.mock.timers.tick(3_000);
  connections[0].become("connected");
  t.mock.timers.tick(6_000);
  assert.equal(made.state, "connected");
  connections[0].become("disconnected");
  t.mock.timers.tick(6_000);
  assert.deepEqual([made.state, connections[0].closed], ["retrying", true]);
});

test("ends for good: nothing is tried again, and the server knows", async (t) => {
  const { player: made, made: connections, ended } = player(t);
  made.start();
  await settled();
  connections[0].receive("video");
  await made.close();
  t.mock.timers.tick(60_000);
  await settled();
  assert.equal(connections.length, 1);
  assert.deepEqual([made.received, ended.length], [{}, 1]);
});

test("knows since when the first picture is waited for, if it was sent then", async (t) => {
  const made = player(t);
  t.mock.timers.tick(500);
  made.player.start();
  await settled();
  const prompt = made.made[0].receive("video");
  t.mock.timers.tick(300);
  made.made[0].become("connected");
  assert.equal(made.player.awaitedSince, undefined);
  t.mock.timers.tick(1_000);
  prompt.dispatchEvent(new Event("unmute"));
  assert.equal(made.player.awaitedSince, 500);

  made.player.restart();
  await settled();
  const late = made.made[1].receive("video");
  made.made[1].become("connected");
  t.mock.timers.tick(2_500);
  late.dispatchEvent(new Event("unmute"));
  assert.equal(made.player.awaitedSince, undefined);
});
