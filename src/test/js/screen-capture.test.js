import assert from "node:assert/strict";
import test from "node:test";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { canShareScreen, ScreenCapture } from "../../main/webapp/resources/js/media/screen-capture.js";

class Track extends EventTarget {
  stopped = false;
  settings = { displaySurface: "browser" };

  constructor(kind) {
    super();
    this.kind = kind;
  }

  getSettings() {
    return this.settings;
  }

  async applyConstraints(constraints) {
    this.constraints = constraints;
  }

  stop() {
    this.stopped = true;
  }
}

/** What the person chose in the browser's question. */
function chosen(...kinds) {
  const tracks = kinds.map((kind) => new Track(kind));
  const of = (kind) => tracks.filter((track) => track.kind === kind);
  return { tracks, getTracks: () => tracks, getVideoTracks: () => of("video"), getAudioTracks: () => of("audio") };
}

/** A browser whose question is answered by `answer`; `asked` are the constraints so far. */
function browser(t, answer, supported = {}) {
  const asked = [];
  const mediaDevices = answer && {
    getSupportedConstraints: () => supported,
    getDisplayMedia: (constraints) => {
      asked.push(constraints);
      return answer(constraints);
    },
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { mediaDevices }, configurable: true });
  t.after(() => before && Object.defineProperty(globalThis, "navigator", before));
  const capture = new ScreenCapture();
  const told = [];
  ["changed", "ended"].forEach((event) => capture.on(event, () => told.push(event)));
  return { capture, asked, told };
}

const refusing =
  (name, message = "") =>
  async () => {
    throw new DOMException(message, name);
  };

test("keeps letters legible: resolution before frame rate", async (t) => {
  const stream = chosen("video");
  const { capture, asked, told } = browser(t, async () => stream);
  assert.equal(await capture.open(), undefined);
  assert.equal(capture.picture.contentHint, "text");
  assert.equal(asked[0].video.frameRate.max, 5);
  assert.ok(asked[0].video.width.max >= 1920 && asked[0].video.height.max >= 1080);
  assert.deepEqual(told, ["changed"]);
});

test("keeps movement fluent when asked to", async (t) => {
  const { capture, asked } = browser(t, async () => chosen("video"));
  await capture.open("motion");
  assert.equal(capture.picture.contentHint, "motion");
  assert.equal(asked[0].video.frameRate.max, 30);
});

test("asks for no more frames than the site permits", async (t) => {
  const before = settings.screen;
  t.after(() => (settings.screen = before));
  settings.screen = { ...before, frameRate: 8 };
  const { capture, asked } = browser(t, async () => chosen("video"));
  await capture.open("motion");
  await capture.open("text");
  assert.deepEqual(
    asked.map(({ video }) => video.frameRate.max),
    [8, 5],
  );
});

test("takes a tab's sound as it is, and asks for none that would come back as an echo", async (t) => {
  const { capture, asked } = browser(t, async () => chosen("video", "audio"));
  await capture.open();
  assert.equal(capture.sound.contentHint, "music");
  assert.equal(asked[0].audio.echoCancellation, false);
  assert.equal(asked[0].systemAudio, "exclude");
  assert.equal(asked[0].selfBrowserSurface, "exclude");
});

/** A whole screen with the system's sound, from which the browser leaves the page's own out, or does not. */
async function wholeScreen(t, leftOut) {
  const stream = chosen("video", "audio");
  stream.tracks[0].settings = { displaySurface: "monitor" };
  stream.tracks[1].settings = { restrictOwnAudio: leftOut };
  const { capture, asked } = browser(t, async () => stream, { restrictOwnAudio: true });
  await capture.open();
  return { stream, capture, asked };
}

test("takes a screen's sound where the browser leaves the others' voices out of it", async (t) => {
  const { capture, asked } = await wholeScreen(t, true);
  assert.equal(asked[0].systemAudio, "include");
  assert.equal(asked[0].audio.restrictOwnAudio, true);
  assert.ok(capture.sound);
});

test("does without a screen's sound that would be an echo, whatever the browser promised", async (t) => {
  const { capture, stream } = await wholeScreen(t, false);
  assert.equal(capture.sound, undefined);
  assert.equal(stream.tracks[1].stopped, true);
  assert.ok(capture.picture);
});

test("lets the browser repeat a picture in which nothing moves, which its question does not take", async (t) => {
  const { capture, asked } = browser(t, async () => chosen("video"));
  await capture.open();
  assert.equal(asked[0].video.frameRate.min, undefined);
  assert.deepEqual(capture.picture.constraints.frameRate, { ideal: 5, max: 5, min: 0 });
});

test("changes from letters to movement without asking again", async (t) => {
  const { capture, asked } = browser(t, async () => chosen("video"));
  await capture.use("motion");
  await capture.open("text");
  await capture.use("motion");
  assert.equal(asked.length, 1);
  assert.equal(capture.picture.contentHint, "motion");
  assert.equal(capture.picture.constraints.frameRate.max, 30);
  assert.equal(capture.picture.constraints.width.max, 1920);
});

test("tells that the person stopped in the browser's own bar", async (t) => {
  const stream = chosen("video", "audio");
  const { capture, told } = browser(t, async () => stream);
  await capture.open();
  capture.picture.dispatchEvent(new Event("ended"));
  assert.equal(capture.picture, undefined);
  assert.ok(stream.tracks.every((track) => track.stopped));
  assert.deepEqual(told, ["changed", "changed", "ended"]);
});

test("says nothing more of a screen that was stopped here", async (t) => {
  const stream = chosen("video");
  const { capture, told } = browser(t, async () => stream);
  await capture.open();
  capture.close();
  stream.tracks[0].dispatchEvent(new Event("ended"));
  capture.close();
  assert.deepEqual(told, ["changed", "changed"]);
});

test("throws away a screen that was chosen too late", async (t) => {
  const stream = chosen("video");
  let choose;
  const { capture, told } = browser(t, () => new Promise((resolve) => (choose = resolve)));
  const opening = capture.open();
  capture.close();
  choose(stream);
  assert.equal(await opening, "cancelled");
  assert.equal(stream.tracks[0].stopped, true);
  assert.deepEqual(told, []);
});

test("names why there is no screen", async (t) => {
  const failures = [
    [refusing("NotAllowedError", "Permission denied"), "cancelled"],
    [refusing("NotAllowedError", "Permission denied by system"), "denied-by-system"],
    [refusing("NotFoundError"), "unsupported"],
    [refusing("InvalidStateError"), "needs-click"],
    [refusing("AbortError"), "unknown"],
    [undefined, "unsupported"],
  ];
  for (const [answer, failure] of failures) {
    const { capture } = browser(t, answer);
    assert.equal(await capture.open(), failure);
    assert.equal(canShareScreen(), answer !== undefined);
  }
});
