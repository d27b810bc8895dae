import assert from "node:assert/strict";
import test from "node:test";
import { LivePlayer } from "../../main/webapp/resources/js/media/live-player.js";
import { settled } from "./settled.js";
import { playTime } from "./time.js";

const CAMERA = { name: "c", source: "camera", audio: true, video: true };

/** A player over libraries that the test plays; `players` are those made so far. */
function player(t, request = () => Promise.resolve({ flv: "/f", hls: "/h" })) {
  const setClock = playTime(t, ["setTimeout", "setInterval"]);
  t.mock.method(console, "warn", () => undefined);
  const players = [];
  const fake = (kind, config) => {
    const made = {
      kind,
      config,
      listeners: {},
      on: (event, listener) => (made.listeners[event] = listener),
      destroy: () => (made.gone = true),
    };
    Object.assign(made, {
      attachMediaElement() {},
      load() {},
      attachMedia() {},
      loadSource: (url) => (made.url = url),
    });
    players.push(made);
    return made;
  };
  const libraries = {
    mpegts: {
      LoggingControl: {},
      Events: { ERROR: "error", LOADING_COMPLETE: "complete" },
      createPlayer: (source) => fake("flv", source),
    },
    hls: Object.assign(
      function Hls(config) {
        return fake("hls", config);
      },
      { Events: { ERROR: "error" } },
    ),
  };
  const element = Object.assign(new EventTarget(), {
    buffered: { length: 0 },
    currentTime: 0,
    play: () => Promise.resolve(),
  });
  const live = new LivePlayer(element, {
    formats: ["flv", "hls"],
    library: (name) => Promise.resolve(libraries[name]),
    request,
  });
  return { live, element, players, timers: t.mock.timers, setClock };
}

test("plays by FLV first, and tells the library what the stream has", async (t) => {
  const { live, element, players } = player(t);
  live.show({ ...CAMERA, audio: false });
  assert.equal(live.state, "loading");
  await settled();
  assert.deepEqual(players[0].config, { type: "flv", isLive: true, url: "/f", hasAudio: false, hasVideo: true });
  element.dispatchEvent(new Event("playing"));
  assert.equal(live.state, "playing");
});

test("asks for a new ticket after growing pauses when it breaks off", async (t) => {
  let asked = 0;
  const { live, element, players, timers } = player(t, () => Promise.resolve({ flv: `/f${(asked += 1)}`, hls: "/h" }));
  live.show(CAMERA);
  await settled();
  element.dispatchEvent(new Event("playing"));
  players[0].listeners.complete();
  assert.equal(players[0].gone, undefined, "it has more to tell first");
  timers.tick(1);
  assert.equal(live.state, "waiting");
  assert.equal(players[0].gone, true);
  timers.tick(1_600);
  await settled();
  assert.equal(players[1].config.url, "/f2");
});

test("takes HLS by itself when FLV never shows anything", async (t) => {
  const { live, players, timers } = player(t);
  live.show(CAMERA);
  for (let tries = 0; tries < 2; tries += 1) {
    await settled();
    players.at(-1).listeners.error("Network", "x");
    timers.tick(1);
    timers.tick(5_000);
  }
  await settled();
  assert.equal(live.format, "hls");
  assert.deepEqual([players.at(-1).kind, players.at(-1).url], ["hls", "/h"]);
});

test("shows the server's sentence when there is no ticket, and tries again", async (t) => {
  const refusal = Object.assign(new Error("As many people are viewing as this server permits."), {
    code: "too-many-viewers",
  });
  const { live, players, timers } = player(t, () => Promise.reject(refusal));
  live.show(CAMERA);
  await settled();
  assert.equal(live.state, "failed");
  assert.equal(live.problem, refusal.message);
  timers.tick(2_000);
  assert.equal(live.state, "loading");
  assert.equal(players.length, 0);
});

test("shows nobody what a browser says of a failure", async (t) => {
  const { live, element } = player(t);
  element.play = () => Promise.reject(new DOMException("no supported source was found", "NotSupportedError"));
  live.show(CAMERA);
  await settled();
  assert.equal(live.state, "waiting");
  assert.equal(live.problem, "");
});

test("begins again when the picture stands still, also after the clock was set back", async (t) => {
  const { live, element, players, timers, setClock } = player(t);
  live.show(CAMERA);
  await settled();
  element.dispatchEvent(new Event("playing"));
  element.currentTime = 3;
  const seconds = (count) => Array.from({ length: count }).forEach(() => timers.tick(1_000));
  seconds(6);
  setClock(-3_600_000);
  seconds(6);
  assert.equal(live.state, "playing");
  seconds(3);
  assert.equal(players[0].gone, true);
});

test("stops when there is nothing to show", async (t) => {
  const { live, players, timers } = player(t);
  live.show(CAMERA);
  await settled();
  live.show(undefined);
  timers.tick(60_000);
  assert.equal(live.state, "idle");
  assert.deepEqual(
    players.map(({ gone }) => gone),
    [true],
  );
});

test("tells when the browser wants a click first", async (t) => {
  const { live, element } = player(t);
  element.play = () => Promise.reject(Object.assign(new Error("no"), { name: "NotAllowedError" }));
  let blocked = 0;
  live.on("blocked", () => (blocked += 1));
  live.show(CAMERA);
  await settled();
  await settled();
  assert.equal(blocked, 1);
});
