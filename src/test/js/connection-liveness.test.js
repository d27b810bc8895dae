import assert from "node:assert/strict";
import test from "node:test";
import { WELCOME, connected } from "./sockets.js";

test("gives a silent connection up", (t) => {
  const { connection, sockets, timers } = connected(t);
  sockets[0].receive(WELCOME);
  for (let tenSeconds = 0; tenSeconds < 5; tenSeconds += 1) {
    timers.tick(10_000);
  }
  assert.ok(sockets[0].sent.some((message) => message.type === "ping"));
  assert.ok(sockets.length > 1, "another connection was tried");
  assert.notEqual(connection.state, "open");
});

test("gives a silent connection up by a code that is not that of a page which was left", (t) => {
  const { sockets, timers } = connected(t);
  sockets[0].receive(WELCOME);
  timers.tick(45_000);
  assert.equal(sockets[0].closedBy, 4009);
});

test("says that it was left when it ends for good", (t) => {
  const { connection, sockets } = connected(t);
  sockets[0].receive(WELCOME);
  connection.close();
  assert.equal(sockets[0].closedBy, 1000);
});

test("gives a silent connection up though the clock was set back", (t) => {
  const { connection, sockets, timers, setClock } = connected(t);
  sockets[0].receive(WELCOME);
  setClock(-3_600_000);
  for (let tenSeconds = 0; tenSeconds < 4; tenSeconds += 1) {
    timers.tick(10_000);
  }
  assert.notEqual(connection.state, "open");
});

test("keeps a connection that gives a sign of life when the clock was set", (t) => {
  const { connection, sockets, timers, setClock } = connected(t);
  sockets[0].receive(WELCOME);
  for (const by of [3_600_000, -7_200_000]) {
    setClock(by);
    timers.tick(10_000);
    sockets[0].receive({ type: "pong" });
    timers.tick(9_000);
    sockets[0].receive({ type: "pong" });
  }
  assert.equal(connection.state, "open");
  assert.equal(sockets.length, 1);
});

test("asks for a sign of life after the computer slept, and gives a connection up that has none", (t) => {
  const { connection, sockets, timers, setClock } = connected(t);
  sockets[0].receive(WELCOME);
  timers.tick(9_000);
  sockets[0].receive({ type: "pong" });
  setClock(600_000); // The other clock stood still.
  timers.tick(1_000);
  assert.deepEqual(sockets[0].sent, [{ type: "ping" }]);
  timers.tick(5_000);
  assert.equal(connection.state, "lost");
});

test("asks for a sign of life when the page is looked at again", (t) => {
  const { connection, sockets, timers } = connected(t);
  sockets[0].receive(WELCOME);
  timers.tick(1_000);
  connection.retryNow();
  assert.deepEqual(sockets[0].sent, [{ type: "ping" }]);
  timers.tick(5_000);
  assert.equal(connection.state, "lost");
});

for (const [how, end] of [
  ["closes with a code that says so", (socket) => socket.onclose({ code: 1012 })],
  ["said that it restarts", (socket) => (socket.receive({ type: "restarting" }), socket.onclose({ code: 1006 }))],
]) {
  test(`tries every few seconds to reach a server that ${how}`, (t) => {
    const { connection, sockets, timers } = connected(t);
    sockets[0].receive(WELCOME);
    end(sockets[0]);
    for (let tries = 1; tries < 12; tries += 1) {
      timers.tick(3_000);
      assert.equal(sockets.length, 1 + tries);
      sockets.at(-1).onclose({ code: 1006 });
    }
    assert.equal(connection.state, "lost");
  });
}

test("waits ever longer for a server that does not come back", (t) => {
  const { sockets, timers } = connected(t);
  sockets[0].receive(WELCOME);
  for (let tries = 0; tries < 70; tries += 1) {
    sockets.at(-1).onclose({ code: 1012 });
    timers.tick(tries < 60 ? 3_000 : 12_000);
  }
  assert.equal(sockets.length, 71);
  sockets.at(-1).onclose({ code: 1006 });
  timers.tick(3_900);
  assert.equal(sockets.length, 71);
});
