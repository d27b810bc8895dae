import { settings } from "../shared/settings.js";

/** The site's TURN servers, with the newest right to use them. */
let relay = settings.relay;

/** Takes what came with a ticket, and answers the ticket. */
export function withRelay(ticket) {
  relay = ticket.relay ?? relay;
  return ticket;
}

/** For a new RTCPeerConnection. */
export function iceServers() {
  return relay ? [{ urls: relay.urls, username: relay.username, credential: relay.credential }] : [];
}
