import { Audience } from "../../main/webapp/resources/js/media/audience.js";
import { Receiving } from "../../main/webapp/resources/js/media/receiving.js";
import { peers } from "./peers.js";
import { settled } from "./settled.js";

const stream = (name, more = {}) => ({ name, source: "camera", audio: true, video: true, codec: "VP8", ...more });
export const member = (id, more) => ({ id, streams: [stream(`${id}s`, more)] });

/**
 * An audience that receives all by one connection with two slots for pictures (mids 0 and 1) and two for sound (2 and
 * 3); `assigned` is what the server was told.
 */
export function audience(t, { ticket = async () => ({ url: "http://x/receive", stream: "r1" }), pictures = 2 } = {}) {
  const made = { assigned: [], played: [], ...peers(t) };
  const size = { pictures, sounds: 2 };
  made.take = (streams) => made.assigned.push(streams);
  const receiving = new Receiving(ticket, async (streams) => made.take(streams) > 0, size);
  const play = async (name) => {
    made.played.push(name);
    return { url: `http://x/whep/${name}` };
  };
  made.audience = new Audience(play, receiving);
  made.receiving = receiving;
  made.shows = (id) => made.audience.players.find((one) => one.member === id).player.received;
  made.hear = (sounds, receiver = "r1") =>
    receiving.hear({
      receiver,
      sounds: Object.entries(sounds).map(([slot, name]) => ({ slot, stream: name })),
    });
  return made;
}

/** The same with these members, connected. */
export async function connected(t, members, more) {
  const made = audience(t, more);
  made.audience.update(members);
  await settled();
  [made.peer] = made.made;
  made.peer.become("connected");
  await settled();
  return made;
}

/** What arrives of this kind for somebody. */
export const trackOf = ({ video, audio }, kind) => ({ video, audio })[kind]?.getTracks()[0];
