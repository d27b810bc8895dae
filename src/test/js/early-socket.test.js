import assert from "node:assert/strict";
import test from "node:test";
import { Connection } from "../../main/webapp/resources/js/signal/connection.js";
import { EarlySocket } from "../../main/webapp/resources/js/signal/early-socket.js";

const WELCOME = { type: "welcome", you: { id: "me", name: "Ada" }, boot: "b1", limits: {} };
/** A WebSocket that the test plays. */
function socketOf(made) {
  return (url) => {
    const socket = { url, readyState: 1, sent: [], send: (text) => socket.sent.push(text), close: () => undefined };
    socket.receive = (message) => socket.onmessage({ data: JSON.stringify(message) });
    made.push(socket);
    return socket;
  };
}

test("hands over what came before the page was there", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const early = new EarlySocket();
  const made = [];
  early.open("ws://x/signal", socketOf(made));
  made[0].receive(WELCOME);
  const connection = new Connection(early.address, (url) => early.take() ?? socketOf(made)(url));
  const welcomed = new Promise((resolve) => connection.on("welcome", resolve));
  connection.start();
  assert.equal((await welcomed).message.you.name, "Ada");
  assert.equal(made.length, 1);
});

test("hands over that the server has hung up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const early = new EarlySocket();
  const made = [];
  early.open("ws://x/signal", socketOf(made));
  made[0].receive({ type: "error", code: "no-name", message: "Choose a name." });
  made[0].onclose({ code: 4001 });
  const connection = new Connection("ws://x/signal", () => early.take());
  const refused = new Promise((resolve) => connection.on("refused", resolve));
  connection.start();
  assert.deepEqual(await refused, { reason: "no-name", message: "Choose a name." });
});

test("is used for the first connection only", () => {
  const early = new EarlySocket();
  const made = [];
  early.open("ws://x/signal", socketOf(made));
  assert.equal(early.take(), made[0]);
  assert.equal(early.take(), undefined);
});

test("is there for the page that takes this one's place, too", () => {
  const early = new EarlySocket();
  const made = [];
  early.open("ws://x/signal?page=1", socketOf(made));
  early.take();
  early.passOn(socketOf(made)("ws://x/signal?page=2"));
  assert.equal(early.address, "ws://x/signal?page=2");
  assert.equal(early.take(), made[1]);
  assert.equal(early.take(), undefined);
});

test("is the socket of the page whose place the next one takes, with nothing that came before its welcome", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const early = new EarlySocket();
  const made = [];
  assert.equal(new Connection("ws://x/signal?page=0", socketOf(made)).release(), undefined);
  const before = new Connection("ws://x/signal?page=1", socketOf(made));
  before.start();
  made[0].receive(WELCOME);

  early.passOn(before.release());
  assert.equal(before.state, "closed");
  await assert.rejects(before.request({ type: "watch-lobby" }), { code: "connection-lost" });

  made[0].receive({ type: "lobby-changed", seq: 8, changes: [] });
  const after = new Connection(early.address, () => early.take());
  const told = [];
  after.on("welcome", () => told.push("welcome"));
  after.on("message", ({ type }) => told.push(type));
  after.start();
  made[0].receive({ type: "lobby", request: 1, seq: 9, rooms: [], people: [] });
  await Promise.resolve();
  made[0].receive(WELCOME);
  made[0].receive({ type: "calls-seen", missed: 0 });
  assert.deepEqual(told, ["welcome", "calls-seen"]);
  assert.equal(early.address, "ws://x/signal?page=1");
});

test("opens nothing when the page was faster", () => {
  const early = new EarlySocket();
  const made = [];
  assert.equal(early.take(), undefined);
  early.open("ws://x/signal", socketOf(made));
  assert.deepEqual(made, []);
});
