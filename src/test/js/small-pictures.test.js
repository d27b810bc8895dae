import assert from "node:assert/strict";
import test from "node:test";
import { scaleTo } from "../../main/webapp/resources/js/media/encodings.js";
import { settings } from "../../main/webapp/resources/js/shared/settings.js";
import { joined, stream } from "./meetings.js";
import { settled } from "./settled.js";

/** A seat on a site where cameras are sent small as well. */
async function seated(t) {
  settings.smallUpTo = 240;
  settings.media = "srs";
  t.after(() => {
    delete settings.smallUpTo;
    settings.media = "embedded";
  });
  const made = await joined(t);
  const small = () => made.made.filter(({ offered }) => offered.join() === "sendonly audio,sendonly video").slice(1);
  const layers = async (...wanted) => {
    made.server.tell({ type: "layers-wanted", room: "r1", stream: "mine", layers: wanted });
    await settled();
  };
  return { ...made, small, layers };
}

test("sends the camera small while somebody shows it small", async (t) => {
  const { small, layers, server, tick } = await seated(t);
  assert.equal(small().length, 0);
  await layers("h", "l");
  assert.equal(small().length, 1);
  assert.ok(server.all("request-publish").some(({ source }) => source === "camera-small"));
  await layers("h");
  await tick(4_900);
  assert.equal(small()[0].closed, false, "it may be wanted again");
  await tick(200);
  assert.equal(small()[0].closed, true);
});

test("goes on with the small stream when it is needed again soon", async (t) => {
  const { small, layers, tick } = await seated(t);
  await layers("h", "l");
  await layers("h");
  await tick(4_000);
  await layers("h", "l");
  await tick(4_000);
  assert.deepEqual(
    small().map(({ closed }) => closed),
    [false],
  );
});

test("ends the small stream with the meeting", async (t) => {
  const { small, layers, meeting } = await seated(t);
  await layers("h", "l");
  await meeting.stop();
  assert.equal(small()[0].closed, true);
});

test("tells which cameras it shows small, when that changed", async (t) => {
  const { server, meeting, tick } = await seated(t);
  server.member("bob", { name: "Bob", streams: [stream("bobs")] });
  await settled();
  const show = async (height) => {
    meeting.wanted.show([{ stream: "bobs", height, role: "other" }]);
    await tick(1_500);
  };
  await show(170);
  await show(175);
  await show(720);
  await show(0);
  assert.deepEqual(
    server.all("show-pictures").map(({ pictures }) => pictures),
    [[{ stream: "bobs", height: 180 }], []],
  );
});

test("sends a picture in as few lines as asked for, and never more than the camera gives", () => {
  const scaled = (height) => {
    const encodings = [{}];
    const different = scaleTo(180, encodings, height);
    return [encodings[0].scaleResolutionDownBy, different, scaleTo(180, encodings, height)];
  };
  assert.deepEqual(scaled(720), [4, true, false]);
  assert.deepEqual(scaled(480), [480 / 180, true, false]);
  assert.deepEqual(scaled(90), [1, true, false]);
  assert.deepEqual(scaled(undefined), [4, true, false]);
});
