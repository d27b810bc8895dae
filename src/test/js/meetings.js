import { Choices } from "../../main/webapp/resources/js/media/choices.js";
import { Switches } from "../../main/webapp/resources/js/media/switches.js";
import { Meeting } from "../../main/webapp/resources/js/meeting/meeting.js";
import { devices, storage } from "./devices.js";
import { peers } from "./peers.js";
import { FakeServer } from "./server.js";
import { settled } from "./settled.js";

/** A stream that somebody has on air. */
export const stream = (name, more = {}) => ({
  name,
  source: "camera",
  audio: true,
  video: true,
  codec: "VP8",
  ...more,
});

/** A page with one meeting, which has not begun; all that the browser and the server do is the test's. */
export function page(t, { switches = {}, server = new FakeServer(), ...browser } = {}) {
  const network = peers(t, ["setTimeout", "setInterval"], browser);
  const played = devices(t, browser);
  const connection = server.connect();
  const choices = new Choices(storage());
  const meeting = new Meeting(connection, "r1", choices, new Switches(storage({ "plenum.switches": switches })));
  const told = [];
  for (const event of ["joined", "left"]) {
    meeting.room.on(event, ({ member }) => told.push(`${event} ${member.id}`));
  }
  const tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  return { ...network, devices: played, server, connection, choices, meeting, told, tick };
}

/** The same with a seat, own devices, and an own stream that is on air. */
export async function joined(t, more) {
  const made = page(t, more);
  made.meeting.start();
  made.connection.start();
  await settled();
  made.publishing = made.made.find(({ offered }) => offered[0]?.startsWith("sendonly"));
  made.publishing?.become("connected");
  made.server.member("me", { name: "Ada", streams: [stream("mine")] });
  await settled();
  return made;
}

/** The tracks that a connection sends, by kind. */
export const sent = ({ senders }) =>
  Object.fromEntries(Object.entries(senders).map(([kind, { track }]) => [kind, track?.label ?? null]));
