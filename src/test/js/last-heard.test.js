import assert from "node:assert/strict";
import test from "node:test";
import { WantedPictures } from "../../main/webapp/resources/js/meeting/wanted-pictures.js";
import { stepsOf } from "../../main/webapp/resources/js/meeting/picture-budget.js";

/** A page that plays two pictures at most and shows these; `played()` are the streams of which it wants pictures. */
function page(t, ...shown) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const wanted = new WantedPictures(() => true, stepsOf(240), 2);
  wanted.show(shown.map(([stream, role = "other", height = 360]) => ({ stream, role, height })));
  t.mock.timers.tick(1_500);
  const played = () =>
    wanted.all
      .filter(({ height }) => height > 0)
      .map(({ stream }) => stream)
      .sort()
      .join();
  const speak = (milliseconds, ...streams) => {
    wanted.hear(streams);
    t.mock.timers.tick(milliseconds);
    wanted.hear([]);
    t.mock.timers.tick(2_000);
  };
  return { wanted, played, speak };
}

test("plays so many pictures, of those who spoke last", (t) => {
  const { played, speak } = page(t, ["a"], ["b"], ["c"], ["d"]);
  assert.equal(played(), "a,b");
  speak(600, "d");
  assert.equal(played(), "a,d");
  speak(600, "c");
  assert.equal(played(), "c,d");
});

test("takes a cough for no speech", (t) => {
  const { played, speak } = page(t, ["a"], ["b"], ["c"]);
  speak(400, "c");
  assert.equal(played(), "a,b");
});

test("plays whom the person pinned, and a screen, whoever speaks", (t) => {
  const { played, speak } = page(t, ["a", "pinned"], ["s", "screen"], ["b"]);
  speak(600, "b");
  assert.equal(played(), "a,s");
});

test("counts no picture that is not seen, and says why there is none", (t) => {
  const { wanted, played } = page(t, ["a", "other", 0], ["b"], ["c"], ["d"]);
  assert.equal(played(), "b,c");
  assert.deepEqual(
    ["a", "b", "d"].map((stream) => wanted.heldBack(stream)),
    [undefined, undefined, "many"],
  );
});

test("knows nobody any more when the meeting is over", (t) => {
  const { wanted, played, speak } = page(t, ["a"], ["b"], ["c"]);
  speak(600, "c");
  wanted.stop();
  wanted.show(["a", "b", "c"].map((stream) => ({ stream, role: "other", height: 360 })));
  t.mock.timers.tick(1_500);
  assert.equal(played(), "a,b");
});
