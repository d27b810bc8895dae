import assert from "node:assert/strict";
import test from "node:test";
import { MediaSession } from "../../main/webapp/resources/js/media/session.js";
import { settled } from "./settled.js";

/** What a session needs of a browser; every connection is made at once. */
class Peer extends EventTarget {
  createOffer = async () => ({ type: "offer", sdp: "v=0" });
  localDescription = { sdp: "a=ice-ufrag:mine\r\na=ice-pwd:p\r\n" };
  restartIce = () => undefined;
  setLocalDescription = async () => undefined;
  setRemoteDescription = async () => undefined;
  close = () => undefined;
}

/** A session whose requests the test answers; `requests` are those made so far. */
async function session(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const requests = [];
  globalThis.RTCPeerConnection = Peer;
  t.mock.method(
    globalThis,
    "fetch",
    (url, { method }) => new Promise((answer) => requests.push({ url, method, answer })),
  );
  const made = new MediaSession(
    async () => ({ url: "http://x/whip" }),
    () => undefined,
  );
  made.start();
  await settled();
  return { made, requests, timers: t.mock.timers };
}

/** The server's answer to the offer that began a session. */
function created(location) {
  return { status: 201, url: "http://x/whip", text: async () => "v=0", headers: new Map([["Location", location]]) };
}

test("lets the earlier session end before a restart", async (t) => {
  const { made, requests } = await session(t);
  requests[0].answer(created("/first"));
  await settled();
  made.restart();
  await settled();
  assert.deepEqual(
    requests.slice(1).map(({ method, url }) => method + " " + url),
    ["DELETE http://x/first"],
  );
  requests[1].answer({});
  await settled();
  assert.equal(requests[2].method, "POST");
});

test("restarts without an answer to the earlier offer after 2 s, and ends that session when it comes", async (t) => {
  const { made, requests, timers } = await session(t);
  made.restart();
  await settled();
  assert.equal(requests.length, 1);
  timers.tick(2_000);
  await settled();
  assert.deepEqual(
    requests.map(({ method }) => method),
    ["POST", "POST"],
  );
  requests[0].answer(created("/first"));
  await settled();
  assert.equal(requests[2].method + " " + requests[2].url, "DELETE http://x/first");
});

test("does not come back when it is closed during a restart", async (t) => {
  const { made, requests, timers } = await session(t);
  made.restart();
  made.close();
  timers.tick(2_000);
  await settled();
  assert.equal(requests.length, 1);
});

test("posts the offer that was prepared before, and makes a new one after it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let peers = 0;
  globalThis.RTCPeerConnection = class extends Peer {
    number = (peers += 1);
    createOffer = async () => ({ type: "offer", sdp: `offer ${this.number}` });
  };
  const offers = [];
  t.mock.method(globalThis, "fetch", (url, { body }) => new Promise(() => offers.push(body)));
  const made = new MediaSession(
    async () => ({ url: "http://x/whip" }),
    () => undefined,
  );
  made.prepare();
  made.prepare();
  assert.equal(peers, 1);
  made.start();
  await settled();
  made.start();
  await settled();
  assert.deepEqual(offers, ["offer 1", "offer 2"]);
});

test("closes what was prepared in vain", async () => {
  const closed = [];
  globalThis.RTCPeerConnection = class extends Peer {
    close = () => closed.push(this);
  };
  const made = new MediaSession(
    async () => ({ url: "http://x/whip" }),
    () => undefined,
  );
  made.prepare();
  await made.close();
  assert.equal(closed.length, 1);
});

/** A session that is connected, and what the network says of it. */
async function connected(t) {
  const all = await session(t);
  all.requests[0].answer(created("/first"));
  await settled();
  const { peer } = all.made;
  const become = async (state) => {
    peer.connectionState = state;
    peer.dispatchEvent(new Event("connectionstatechange"));
    await settled();
  };
  await become("connected");
  return { ...all, become };
}

test("restarts ICE when the path is lost, and stays the same session", async (t) => {
  const { made, requests, timers, become } = await connected(t);
  await become("disconnected");
  timers.tick(1_000);
  await settled();
  assert.equal(requests[1].method + " " + requests[1].url, "PATCH http://x/first");
  await become("connected");
  timers.tick(60_000);
  await settled();
  assert.equal(requests.length, 2);
  assert.equal(made.state, "connected");
});

test("begins a new session 6 s after the path was lost, whatever the restart does meanwhile", async (t) => {
  const { made, requests, timers, become } = await connected(t);
  await become("disconnected");
  timers.tick(5_000);
  await become("connecting");
  await become("disconnected");
  timers.tick(1_000);
  await settled();
  assert.equal(made.state, "retrying");
  assert.equal(requests.at(-1).method + " " + requests.at(-1).url, "DELETE http://x/first");
});
