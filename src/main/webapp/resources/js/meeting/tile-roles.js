/**
 * Who is shown large, by id: those who are `pinned`, else in the `view` "speaker" whoever is `active`, and before
 * anybody has spoken the first one of `others`. Nobody is where nobody else is shown.
 */
export function largeOf({ shown, others, pinned, view, active }) {
  if (shown.length < 2) {
    return [];
  }
  return pinned.length === 0 && view === "speaker" ? [active ?? others[0]] : pinned;
}

/** What the tile of this member is for: a name of PRIORITIES. */
export function roleOf(id, { pinned, large, active }) {
  if (pinned.includes(id)) {
    return "pinned";
  }
  return id === active || large.includes(id) ? "speaker" : "other";
}

/** Whether this member of so many can be pinned, or no longer: of two nobody need be, but who is can be let go. */
export function isPinnable(id, count, pinned) {
  return count > 2 || pinned.includes(id);
}
