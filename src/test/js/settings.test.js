import assert from "node:assert/strict";
import test from "node:test";
import { readSettings } from "../../main/webapp/resources/js/shared/settings.js";

const answer = (body) => async () => ({ ok: true, json: async () => body });

test("takes the site's addresses and codecs", async () => {
  const settings = await readSettings(
    answer({ media: "srs", addresses: { signal: "wss://s.example" }, codecs: ["H264"] }),
  );
  assert.equal(settings.media, "srs");
  assert.deepEqual(settings.addresses, { publish: "", play: "", api: "", signal: "wss://s.example" });
  assert.deepEqual(settings.codecs, ["H264"]);
});

test("takes the site's bitrate of shared screens, or 2.5 Mbit/s from an older server", async () => {
  assert.equal((await readSettings(answer({ screen: { bitrate: 900_000 } }))).screen.bitrate, 900_000);
  assert.equal((await readSettings(answer({}))).screen.bitrate, 2_500_000);
});

test("goes on with this origin when the settings cannot be read", async () => {
  const failed = await readSettings(async () => Promise.reject(new Error("offline")));
  const refused = await readSettings(async () => ({ ok: false }));
  assert.deepEqual(failed, refused);
  assert.equal(failed.addresses.api, "");
  assert.equal(failed.codecs[0], "VP8");
});
