import assert from "node:assert/strict";
import test from "node:test";
import { readSettings, settingsIn } from "../../main/webapp/resources/js/shared/settings.js";

const answer = (body) => async () => ({ ok: true, json: async () => body });

test("takes the site's addresses and codecs", async () => {
  const settings = await readSettings(
    answer({ media: "srs", addresses: { signal: "wss://s.example" }, codecs: ["H264"] }),
  );
  assert.equal(settings.media, "srs");
  assert.deepEqual(settings.addresses, { publish: "", play: "", api: "", signal: "wss://s.example" });
  assert.deepEqual(settings.codecs, ["H264"]);
});

test("takes the site's limits of what is sent, and the usual ones from an older server", async () => {
  const { camera, screen, sound } = await readSettings(
    answer({ camera: { resolution: 180 }, screen: { bitrate: 900_000 }, sound: { packetTime: 60 } }),
  );
  assert.deepEqual(camera, { resolution: 180, bitrate: 2_500_000, frameRate: 30, layers: 1 });
  assert.deepEqual(screen, { bitrate: 900_000, frameRate: 30, layers: 1 });
  assert.deepEqual(sound, { bitrate: 0, packetTime: 60, dtx: false });
  assert.equal((await readSettings(answer({}))).screen.bitrate, 2_500_000);
});

test("goes on with this origin when the settings cannot be read", async () => {
  const failed = await readSettings(async () => Promise.reject(new Error("offline")));
  const refused = await readSettings(async () => ({ ok: false }));
  assert.deepEqual(failed, refused);
  assert.equal(failed.addresses.api, "");
  assert.equal(failed.codecs[0], "VP8");
});

test("takes the settings that the mark-up has with it, and the defaults for what they do not say", () => {
  const element = { textContent: '{"media":"srs","camera":{"resolution":180},"version":"\\u003c1"}' };
  const settings = settingsIn({ getElementById: (id) => (id === "site-settings" ? element : null) });
  assert.equal(settings.media, "srs");
  assert.deepEqual(settings.camera, { resolution: 180, bitrate: 2_500_000, frameRate: 30, layers: 1 });
  assert.equal(settings.version, "<1");
  assert.equal(settingsIn({ getElementById: () => null }), undefined);
  assert.equal(settingsIn(undefined), undefined);
});
