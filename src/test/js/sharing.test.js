import assert from "node:assert/strict";
import test from "node:test";
import { Sharing } from "../../main/webapp/resources/js/meeting/sharing.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { SignalError } from "../../main/webapp/resources/js/signal/signal-error.js";
import { settled } from "./settled.js";

/** A room whose server is the test: `asked` are the requests so far, by type. */
class StagedRoom extends Bus {
  you = "me";
  stage = { onAir: false, requests: [] };
  asked = [];
  refusal;

  takeStage = () => this.#ask("take-stage");
  leaveStage = () => this.#ask("leave-stage");
  requestPublish = (source) => this.#ask(`request-publish ${source}`, { url: "http://x/whip" });

  async #ask(type, answer = {}) {
    this.asked.push(type);
    if (this.refusal && type === "take-stage") {
      throw this.refusal;
    }
    return answer;
  }

  tell(stage) {
    this.stage = { onAir: false, requests: [], ...stage };
    this.emit("changed");
  }
}

class Track extends EventTarget {
  kind = "video";
  stop = () => (this.stopped = true);
  applyConstraints = async () => undefined;
}

/** Somebody who is asked what to share and answers by `choose(track)` or `cancel()`. */
function sharing(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(globalThis, "fetch", () => new Promise(() => undefined));
  globalThis.MediaStream = class {};
  globalThis.RTCRtpSender = { getCapabilities: () => ({ codecs: [] }) };
  globalThis.RTCPeerConnection = class extends EventTarget {
    addTransceiver = (track, options) => {
      Object.assign(made, { offered: track, options });
      return { sender: { track, getParameters: () => ({}) }, setCodecPreferences: () => undefined };
    };
    createOffer = async () => ({ sdp: "v=0" });
    setLocalDescription = async () => undefined;
    close = () => undefined;
  };
  const made = { room: new StagedRoom(), failures: [], asks: 0 };
  const question = () =>
    new Promise((resolve, reject) => {
      made.asks += 1;
      made.choose = (track) =>
        resolve({ getTracks: () => [track], getVideoTracks: () => [track], getAudioTracks: () => [] });
      made.cancel = () => reject(new DOMException("Permission denied", "NotAllowedError"));
    });
  const navigator = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", {
    value: { mediaDevices: { getDisplayMedia: question } },
    configurable: true,
  });
  t.after(() => navigator && Object.defineProperty(globalThis, "navigator", navigator));
  made.sharing = new Sharing(made.room);
  made.sharing.on("failed", ({ code }) => made.failures.push(code));
  return made;
}

test("takes the stage, asks what to share and publishes it", async (t) => {
  const made = sharing(t);
  made.sharing.start();
  await settled();
  assert.deepEqual([made.room.asked, made.asks, made.sharing.state], [["take-stage"], 1, "asking"]);
  const track = new Track();
  made.choose(track);
  await settled();
  assert.deepEqual(made.room.asked, ["take-stage", "request-publish screen"]);
  assert.equal(made.sharing.state, "on");
  assert.equal(made.offered, track);
  assert.equal(made.options.sendEncodings[0].maxBitrate, 2_500_000);
});

test("does not ask the person when somebody else was faster", async (t) => {
  const made = sharing(t);
  made.room.refusal = new SignalError("stage-busy", "Bob shares a screen.");
  await made.sharing.start();
  assert.equal(made.asks, 0);
  assert.deepEqual(made.failures, ["stage-busy"]);
  assert.equal(made.sharing.state, "off");
});

test("tells the server's sentence, and not what a browser says of a failure", async (t) => {
  const made = sharing(t);
  const told = [];
  made.sharing.on("failed", (failure) => told.push(failure));
  made.room.refusal = new SignalError("stage-busy", "Bob teilt gerade.");
  await made.sharing.start();
  made.room.refusal = new TypeError("Failed to fetch");
  await made.sharing.start();
  assert.deepEqual(told, [
    { code: "stage-busy", message: "Bob teilt gerade." },
    { code: "unknown", message: "" },
  ]);
});

test("asks the person although the server is slow, before the browser forgets the click", async (t) => {
  const made = sharing(t);
  made.room.takeStage = () => new Promise(() => undefined);
  made.sharing.start();
  await settled();
  assert.equal(made.asks, 0);
  t.mock.timers.tick(800);
  await settled();
  assert.equal(made.asks, 1);
});

test("gives the stage back when the person chose nothing", async (t) => {
  const made = sharing(t);
  const started = made.sharing.start();
  await settled();
  made.cancel();
  await started;
  assert.deepEqual(made.room.asked, ["take-stage", "leave-stage"]);
  assert.deepEqual(made.failures, ["cancelled"]);
});

test("gives the stage back when the browser's own bar ended it", async (t) => {
  const made = sharing(t);
  const track = new Track();
  made.sharing.start();
  await settled();
  made.choose(track);
  await settled();
  track.dispatchEvent(new Event("ended"));
  await settled();
  assert.equal(made.room.asked.at(-1), "leave-stage");
  assert.equal(made.sharing.state, "off");
  assert.deepEqual(made.failures, []);
});

test("says that the stage is being given back until the server has it", async (t) => {
  const made = sharing(t);
  made.sharing.start();
  await settled();
  made.choose(new Track());
  await settled();
  made.room.tell({ member: "me", onAir: true });
  made.sharing.stop();
  made.room.tell({ member: "me", onAir: true });
  assert.equal(made.sharing.givingBack, true);
  made.room.tell({});
  assert.equal(made.sharing.givingBack, false);
});

test("ends when the stage was taken back, without leaving it", async (t) => {
  const made = sharing(t);
  const track = new Track();
  made.sharing.start();
  await settled();
  made.choose(track);
  await settled();
  made.room.tell({});
  assert.equal(made.sharing.state, "on", "a change from before the stage was ours");
  made.room.tell({ member: "me", onAir: true });
  made.room.tell({ member: "bob" });
  await settled();
  assert.equal(made.sharing.state, "off");
  assert.equal(track.stopped, true);
  assert.ok(!made.room.asked.includes("leave-stage"));
  assert.deepEqual(made.failures, ["stage-lost"]);
});

/** Somebody whose screen is on air. */
async function onAir(t) {
  const made = sharing(t);
  made.sharing.start();
  await settled();
  made.choose(new Track());
  await settled();
  made.room.tell({ member: "me", onAir: true });
  made.room.asked.length = 0;
  return made;
}

test("takes the stage again after a restart of the server, which knows of none", async (t) => {
  const made = await onAir(t);
  made.room.emit("joining", { restarted: true });
  made.room.tell({});
  await settled();
  assert.deepEqual(made.room.asked, ["take-stage"]);
  assert.equal(made.sharing.state, "on");
  assert.deepEqual(made.failures, []);
  made.room.tell({ member: "me" });
  made.room.tell({});
  assert.deepEqual([made.sharing.state, made.failures], ["off", ["stage-lost"]]);
});

test("ends after a restart of the server when somebody else was quicker", async (t) => {
  const made = await onAir(t);
  made.room.refusal = new SignalError("stage-busy", "Bob shares a screen.");
  made.room.emit("joining", { restarted: true });
  made.room.tell({});
  await settled();
  assert.deepEqual([made.sharing.state, made.failures], ["off", ["stage-lost"]]);
});

test("shares nothing that was chosen after the seat was lost", async (t) => {
  const made = sharing(t);
  const track = new Track();
  made.sharing.start();
  await settled();
  made.room.emit("moved");
  made.choose(track);
  await settled();
  assert.equal(track.stopped, true);
  assert.deepEqual(made.room.asked, ["take-stage"]);
  assert.deepEqual(made.failures, []);
});
