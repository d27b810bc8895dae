import { withRelay } from "../media/relays.js";

/** So long the own offer waits for the connection by which the others come, in milliseconds. */
const OTHERS_FIRST = 1_000;

/**
 * The rights to send and to receive, as EarlyMedia takes them: asked for in this Room. `receiving()` is the Receiving
 * of the page, undefined where each stream comes by a connection of its own.
 */
export function ticketsOf(room, receiving) {
  return {
    publish: () => requestPublish(room, receiving),
    play: (stream) => room.requestPlay(stream).then(withRelay),
    receive: () => room.requestReceive().then(withRelay),
    assign: (streams) => room.assignStreams(streams),
  };
}

/**
 * The own offer goes after the connection by which others come: two that are made at the same time take the browser
 * longer than one after the other, and what the person waits for is the others' picture.
 */
async function requestPublish(room, receiving) {
  const ticket = await room.requestPublish();
  await receiving()?.begun(OTHERS_FIRST);
  return withRelay(ticket);
}
