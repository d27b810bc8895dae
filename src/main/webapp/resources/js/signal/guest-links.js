import { sitePath } from "../shared/paths.js";
import { ask } from "./account.js";

const linksOf = (room) => sitePath(`/api/rooms/${encodeURIComponent(room)}/guest-links`);
const GUEST = sitePath("/api/guest");

/** The guest links of a room that are good: `{links, most, minutes, longest}`. */
export const readGuestLinks = (room) => ask("GET", linksOf(room));

/** Makes one that is good for so many `minutes`, for one browser (`once`) or for many. */
export const makeGuestLink = (room, minutes, once) => ask("POST", linksOf(room), { minutes, once });

/** Ends one. */
export const revokeGuestLink = (room, id) => ask("DELETE", `${linksOf(room)}/${encodeURIComponent(id)}`);

/** What a guest link is for: `{room, by, until, name, account}`. */
export const lookAtGuestLink = (link) => ask("POST", GUEST, { link });

/** Comes by a guest link, called `name`. */
export const comeByGuestLink = (link, name) => ask("PUT", GUEST, { link, name });

/** By which guest link one is here. */
export const readOwnGuestLink = () => ask("GET", GUEST);
