import assert from "node:assert/strict";
import test from "node:test";

const RELAY = { urls: ["turn:10.0.0.7:3478"], username: "1:ada", credential: "secret" };

test("connections use the relays that the settings name, and those of the newest ticket", async () => {
  globalThis.fetch = async () => ({ ok: true, json: async () => ({ relay: RELAY }) });
  const { iceServers, withRelay } = await import("../../main/webapp/resources/js/media/relays.js");
  assert.deepEqual(iceServers(), [RELAY]);

  const ticket = { url: "/rtc", relay: { ...RELAY, username: "2:ada" } };
  assert.equal(withRelay(ticket), ticket);
  assert.equal(iceServers()[0].username, "2:ada");

  withRelay({ url: "/rtc" });
  assert.equal(iceServers()[0].username, "2:ada", "a ticket without one changes nothing");
});
