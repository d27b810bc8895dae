import assert from "node:assert/strict";
import test from "node:test";
import { IceRestart } from "../../main/webapp/resources/js/media/ice-restart.js";
import { settled } from "./settled.js";

const ANSWER = "a=ice-lite\r\na=ice-ufrag:node\r\na=ice-pwd:secret\r\na=candidate:1 1 udp 1 10.0.0.5 8000 typ host\r\n";

/** A connection that has its names by an earlier exchange; the browser renames its own at each restart. */
class Peer {
  log = [];
  #restarts = 0;
  remoteDescription = { type: "answer", sdp: `v=0\r\n${ANSWER}m=video 9\r\n${ANSWER}` };

  restartIce = () => (this.#restarts += 1);

  setLocalDescription = async (description) => {
    this.log.push(description?.type ?? "offer");
    this.localDescription = { sdp: `v=0\r\na=ice-ufrag:mine${this.#restarts}\r\na=ice-pwd:p${this.#restarts}\r\n` };
  };

  setRemoteDescription = async (description) => {
    this.log.push(description.type);
    this.remoteDescription = description;
  };
}

/** A restart with time and the server's answers in the test's hands; `asked` are the PATCHes so far. */
function lost(t, answers) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const asked = [];
  t.mock.method(globalThis, "fetch", async (url, { method, headers, body }) => {
    asked.push({ url, method, match: headers["If-Match"], body });
    const answer = answers.shift();
    if (answer.status === 0) {
      throw new TypeError("Failed to fetch");
    }
    return { status: answer.status, text: async () => answer.body ?? "" };
  });
  const peer = new Peer();
  const restart = new IceRestart(peer, async () => "http://x/session");
  restart.begin();
  const pass = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  return { peer, restart, asked, pass };
}

test("asks for another path after a second, and goes on under the new names", async (t) => {
  const fragment = "a=ice-ufrag:other\r\na=ice-pwd:word\r\na=end-of-candidates\r\n";
  const { peer, asked, pass } = lost(t, [{ status: 200, body: fragment }]);
  await pass(999);
  assert.deepEqual(asked, []);
  await pass(1);
  assert.deepEqual(asked, [
    { url: "http://x/session", method: "PATCH", match: "*", body: "a=ice-ufrag:mine1\r\na=ice-pwd:p1\r\n" },
  ]);
  assert.deepEqual(peer.log, ["offer", "answer"]);
  const named = ANSWER.replace("node", "other").replace("secret", "word");
  assert.equal(peer.remoteDescription.sdp, `v=0\r\n${named}m=video 9\r\n${named}`);
  await pass(10_000);
  assert.equal(asked.length, 1);
});

test("leaves alone what comes back by itself", async (t) => {
  const { restart, asked, pass } = lost(t, []);
  await pass(900);
  restart.stop();
  await pass(10_000);
  assert.deepEqual(asked, []);
});

test("asks again each second while there is no answer", async (t) => {
  const fragment = "a=ice-ufrag:other\r\na=ice-pwd:word\r\n";
  const { peer, asked, pass } = lost(t, [{ status: 0 }, { status: 0 }, { status: 200, body: fragment }]);
  await pass(1_000);
  await pass(1_000);
  await pass(1_000);
  assert.equal(asked.length, 3);
  assert.deepEqual(peer.log, ["offer", "rollback", "offer", "rollback", "offer", "answer"]);
});

test("takes a refusal for an answer", async (t) => {
  const { peer, asked, pass } = lost(t, [{ status: 422 }]);
  await pass(1_000);
  await pass(10_000);
  assert.equal(asked.length, 1);
  assert.deepEqual(peer.log, ["offer", "rollback"]);
});
