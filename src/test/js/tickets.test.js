import assert from "node:assert/strict";
import test from "node:test";
import { ticketsOf } from "../../main/webapp/resources/js/meeting/tickets.js";
import { settled } from "./settled.js";

const room = { requestPublish: async () => ({ url: "http://x/whip" }) };

test("asks for the right to send at once, and has it used when others can come", async () => {
  const asked = [];
  let there;
  const receiving = { begun: (milliseconds) => new Promise((resolve) => (there = () => resolve(milliseconds))) };
  const requestPublish = () => asked.push("publish") && room.requestPublish();
  let ticket;
  ticketsOf({ requestPublish }, () => receiving)
    .publish()
    .then((one) => (ticket = one));
  await settled();
  assert.deepEqual(asked, ["publish"]);
  assert.equal(ticket, undefined);
  there();
  await settled();
  assert.equal(ticket.url, "http://x/whip");
});

test("waits for nobody where each stream comes by itself", async () => {
  assert.equal((await ticketsOf(room, () => undefined).publish()).url, "http://x/whip");
});
