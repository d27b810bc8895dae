/**
 * What a picture of so many lines takes, in bit/s: a rule of thumb between cameras of people and shared texts. The
 * finest comes first; the last one is no picture.
 */
const STEPS = [
  { height: 1080, bitrate: 2_500_000 },
  { height: 720, bitrate: 1_500_000 },
  { height: 360, bitrate: 500_000 },
  { height: 180, bitrate: 150_000 },
  { height: 0, bitrate: 0 },
];
/** What somebody's sound takes, with all that surrounds it; but never more than half of all. */
const SOUND = 40_000;

/** What the data saver leaves of pictures by their priority, in lines: a shared screen stays legible. */
const SAVED = { other: 180, speaker: 360, pinned: 360, screen: 720 };
/** What the data saver leaves of the own picture, in bit/s. */
const SAVED_BITRATE = 500_000;

/** From the least to the most important, as numbers that one can compare. */
export const PRIORITIES = { other: 0, speaker: 1, pinned: 2, screen: 3 };
const NAMES = Object.fromEntries(Object.entries(PRIORITIES).map(([name, number]) => [number, name]));

const stepOf = (height, steps) =>
  Math.max(
    0,
    steps.findLastIndex((step) => step.height >= height),
  );
const bitrateOf = (height, steps) => steps[stepOf(height, steps)].bitrate;

/**
 * The steps in which pictures come: where there is a small stream beside the large one, of at most `smallUpTo` lines,
 * these two and nothing between them; else any.
 */
export function stepsOf(smallUpTo = 0) {
  const [, usual] = STEPS;
  const small = { height: smallUpTo, bitrate: STEPS.at(-2).bitrate };
  return smallUpTo > 0 ? [{ ...usual, height: Infinity }, small, STEPS.at(-1)] : STEPS;
}

/** What all these take beside the sound of everybody, in bit/s. */
export function neededBy(wishes, steps = STEPS) {
  return sumOf(wishes, steps) + SOUND * wishes.length;
}

/** The most that the own picture may take with these limits, in bit/s. */
export function allowedBitrate({ dataSaver, bandwidth }) {
  return Math.min(dataSaver ? SAVED_BITRATE : Infinity, bandwidth || Infinity);
}

/** The same wishes, each {stream, height, priority}, with no more lines than the data saver leaves. */
export function saved(wishes) {
  return wishes.map((wish) => ({ ...wish, height: Math.min(wish.height, SAVED[NAMES[wish.priority]]) }));
}

/**
 * The same wishes, made so modest that all of them together fit into `limit` (bit/s) beside the sound of everybody: who
 * matters least gives way first, of these the largest picture, step by step down to none. Who got none gets the
 * smallest picture if there is room for it in the end. `steps` as of stepsOf.
 */
export function within(limit, wishes, steps = STEPS) {
  const left = Math.max(limit / 2, limit - SOUND * wishes.length);
  const modest = wishes.map((wish) => ({ ...wish }));
  for (let sum = sumOf(modest, steps); sum > left; sum = sumOf(modest, steps)) {
    const first = modest.filter(({ height }) => height > 0).reduce((a, b) => (givesWay(b, a) ? b : a));
    first.height = steps[stepOf(first.height, steps) + 1].height;
  }
  return withSmallest(modest, wishes, left, steps);
}

function withSmallest(modest, wishes, limit, steps) {
  let left = limit - sumOf(modest, steps);
  return modest.map((wish, index) => {
    const height = wish.height || Math.min(steps.at(-2).height, wishes[index].height);
    const more = bitrateOf(height, steps) - bitrateOf(wish.height, steps);
    if (more > left) {
      return wish;
    }
    left -= more;
    return { ...wish, height };
  });
}

const sumOf = (wishes, steps) => wishes.reduce((sum, { height }) => sum + bitrateOf(height, steps), 0);

function givesWay(one, other) {
  return one.priority === other.priority ? one.height >= other.height : one.priority < other.priority;
}
