/** Where the modules are on every site. */
const MODULES = "/resources/";

/** What stands before every path of the site that `module` is from, such as "/plenum"; mostly nothing. */
export function siteOf(module) {
  const { protocol, pathname } = new URL(module);
  return protocol.startsWith("http") ? pathname.slice(0, pathname.lastIndexOf(MODULES)) : "";
}

const SITE = siteOf(import.meta.url);

/** The address of the folder of modules, styles, pictures and libraries, with a slash at its end. */
export const RESOURCES = import.meta.url.match(/^.*\/(?=js\/)/)[0];

/** The path at which this one of ours, which begins with a slash, is found on this site. */
export const sitePath = (ours) => SITE + ours;

/**
 * Where to go after the device page: `wanted` when it is a path of `site`, else `fallback`.
 * "//host" and "/\host" would leave the site, so both are refused, and dots that lead up.
 */
export function safePath(wanted, fallback, site = SITE) {
  const plain = typeof wanted === "string" && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted);
  const below = plain && new URL(wanted, "http://site").pathname.startsWith(`${site}/`);
  return below ? wanted : fallback;
}

/** The address of a room's page. */
export function roomPath(id) {
  return sitePath(`/room?id=${encodeURIComponent(id)}`);
}

/** Where somebody who is about to take a seat in a room begins to receive (docs/media.md). */
export function receiversPath(id) {
  return sitePath(`/api/rooms/${encodeURIComponent(id)}/receivers`);
}

/** The address of a desktop room's page. */
export function desktopPath(id) {
  return sitePath(`/desktop?id=${encodeURIComponent(id)}`);
}

/** The address of the page of a room of any listed kind. */
export function pathOf({ id, kind }) {
  return kind === "desktop" ? desktopPath(id) : roomPath(id);
}

/** Where everything is that was written to everybody in a room, as a text. */
export function messagesPath(id) {
  return sitePath(`/api/rooms/${encodeURIComponent(id)}/messages/text`);
}

/** Where files come in: all of them, or the upload with this id. */
export function filesPath(id = "") {
  return sitePath(id ? `/api/files/${encodeURIComponent(id)}` : "/api/files");
}

/** Where the file of a message is. */
export function attachmentPath(room, message) {
  return sitePath(`/api/attachments/${encodeURIComponent(room)}/${encodeURIComponent(message)}`);
}

/** The address of the list of all rooms of this kind. */
export function listPath(kind) {
  return sitePath(kind === "desktop" ? "/desktops" : "/rooms");
}

/** The address of a call's page, by the private room that the two meet in. */
export function callPath(room) {
  return sitePath(`/call?id=${encodeURIComponent(room)}`);
}

/** The address of the list of people, where calls begin and end. */
export const PEOPLE_PATH = sitePath("/people");

/** The address of the list of rooms. */
export const ROOMS_PATH = listPath("group");

/** The address of the page by which guests come in, and are told why they had to go. */
export const GUEST_PATH = sitePath("/guest");

/** The address of the page by which one logs in. */
export const LOGIN_PATH = sitePath("/login");

/** The login page's address that returns to `path` afterwards. */
export function loginPath(path) {
  return sitePath(`/login?next=${encodeURIComponent(path)}`);
}

/** The device page's address that returns to `path` afterwards. */
export function deviceCheckPath(path) {
  return sitePath(`/?next=${encodeURIComponent(path)}`);
}

/** The address at which a room is viewed without a seat, beginning with this member if one is given. */
export function watchPath(room, person) {
  const begin = person ? `&person=${encodeURIComponent(person)}` : "";
  return sitePath(`/watch?room=${encodeURIComponent(room)}${begin}`);
}
