import assert from "node:assert/strict";
import test from "node:test";
import { tellObservers } from "../../main/webapp/resources/js/pages/meeting/observers.js";
import { Watching } from "../../main/webapp/resources/js/pages/administration/watching.js";
import { Bus } from "../../main/webapp/resources/js/shared/bus.js";
import { settled } from "./settled.js";

test("people in a room read that somebody watches, as long as somebody does", () => {
  const shown = [];
  const banners = { showIf: (wanted, topic) => shown.push([wanted, topic]) };
  tellObservers(banners, { observers: ["Grace"] });
  tellObservers(banners, { observers: [] });
  assert.deepEqual(shown, [
    [true, "observers"],
    [false, "observers"],
  ]);
});

/** An administrator's page, of which the dialog and the player are stood in for. */
function page(request) {
  const connection = Object.assign(new Bus(), { request });
  const root = new EventTarget();
  const told = [];
  const players = [];
  const dialog = { open: (name) => told.push(`open ${name}`), show: () => {}, tell: () => told.push("told") };
  const createPlayer = async (stream, ticket) => {
    const player = Object.assign(new Bus(), {
      start: () => ticket(stream.name).catch(() => undefined),
      close: async () => told.push("closed"),
    });
    players.push(player);
    return player;
  };
  new Watching({ connection, root, createPlayer, dialog });
  const press = () => {
    const event = new Event("click");
    const dataset = { watch: "Zp-camera", room: "k3", of: "Ada", audio: "true", video: "true", codec: "VP8" };
    Object.defineProperty(event, "target", { value: { closest: () => ({ dataset }) } });
    root.dispatchEvent(event);
  };
  return { connection, told, press, players };
}

test("a page asks for the stream that it shows, and ends it when the server says so", async () => {
  const asked = [];
  const { connection, told, press } = page(async (message) => asked.push(message));
  press();
  await settled();
  assert.deepEqual(asked, [{ type: "observe-stream", room: "k3", stream: "Zp-camera" }]);
  assert.equal(told[0], "open Ada");
  connection.emit("message", { type: "observation-ended", room: "k3", reason: "closed" });
  assert.ok(!told.includes("closed"));
  connection.emit("message", { type: "observation-ended", room: "k3", reason: "no-right" });
  assert.ok(told.includes("closed"));
});

test("what is refused is told and not asked again; what only broke is", async () => {
  for (const [code, over] of [
    ["not-allowed", true],
    ["connection-lost", false],
  ]) {
    const { told, press } = page(() => Promise.reject(Object.assign(new Error("no"), { code })));
    press();
    await settled();
    assert.equal(told.includes("closed"), over, code);
  }
});
