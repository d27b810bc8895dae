/** The place of each hand that is up, from 1, by member; `hands` are turns by member, as of RoomState. */
export function placesOf(hands) {
  const inOrder = [...hands].sort(([, a], [, b]) => a - b);
  return new Map(inOrder.map(([id], index) => [id, index + 1]));
}

/** Those with a hand up first, in their order; the others stay as they are. `looks` have their `hand`, a place. */
export function handsFirst(looks) {
  return [...looks].sort((a, b) => (a.hand ?? Infinity) - (b.hand ?? Infinity) || 0);
}
