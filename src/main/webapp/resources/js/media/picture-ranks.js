/** The rank of a screen: before everything else. */
const SCREEN = 1_000;

/**
 * The pictures of these SlotPlayers that somebody sees, as `{stream, height, priority, rank}`; `wishOf(stream)` is
 * `{height, priority}`. As long as nobody says what matters, screens do.
 */
export function rankedPictures(players, wishOf) {
  return [...players]
    .filter((player) => player.wantsPicture)
    .map(({ stream }) => ({ stream, wish: wishOf(stream.name) }))
    .filter(({ wish }) => wish.height !== 0)
    .map(({ stream: { name, source }, wish }) => ({
      ...wish,
      stream: name,
      rank: wish.priority ?? (source === "screen" ? SCREEN : 0),
    }));
}
