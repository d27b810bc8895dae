/**
 * Where to go after the device page: `wanted` when it is a path of this site, else `fallback`.
 * "//host" and "/\host" would leave the site, so both are refused.
 */
export function safePath(wanted, fallback) {
  if (typeof wanted !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) {
    return fallback;
  }
  return wanted;
}

/** The address of a room's page. */
export function roomPath(id) {
  return `/room?id=${encodeURIComponent(id)}`;
}

/** The address of a desktop room's page. */
export function desktopPath(id) {
  return `/desktop?id=${encodeURIComponent(id)}`;
}

/** The address of the page of a room of any listed kind. */
export function pathOf({ id, kind }) {
  return kind === "desktop" ? desktopPath(id) : roomPath(id);
}

/** The address of the list of all rooms of this kind. */
export function listPath(kind) {
  return kind === "desktop" ? "/desktops" : "/rooms";
}

/** The address of a call's page, by the private room that the two meet in. */
export function callPath(room) {
  return `/call?id=${encodeURIComponent(room)}`;
}

/** The address of the list of people, where calls begin and end. */
export const PEOPLE_PATH = "/people";

/** The device page's address that returns to `path` afterwards. */
export function deviceCheckPath(path) {
  return `/?next=${encodeURIComponent(path)}`;
}

/** The address at which a room is viewed without a seat, beginning with this member if one is given. */
export function watchPath(room, person) {
  const begin = person ? `&person=${encodeURIComponent(person)}` : "";
  return `/watch?room=${encodeURIComponent(room)}${begin}`;
}
