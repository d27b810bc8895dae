/**
 * How much people notice of something, from a measure on: so much more of it is one point off, and no more than `most`
 * points are. The numbers are those of `plenum.quality.Scoring`, which docs/operations/quality.md explains.
 */
const penalty =
  (from, perPoint, most) =>
  (figure = 0) =>
    Math.min(most, Math.max(0, figure - from) / perPoint);

const LOST_OF_PICTURE = penalty(10, 40, 2);
const LOST_OF_SOUND = penalty(10, 30, 3);
const MADE_UP = penalty(10, 30, 3.5);
const ROUND_TRIP = penalty(200, 200, 1.5);
const JITTER = penalty(30, 40, 1);
/** In thousandths of the time. */
const FROZEN = penalty(0, 1000 / 15, 3);
const ENOUGH_FRAMES = 15;
const MISSING_FRAMES = penalty(0, 5, 2);

/** From so many points off on it is no longer good, and people complain. */
const FAIR = 1;
const POOR = 2;

/**
 * How good a sound or picture is: a row of StreamFigures that was measured over so many milliseconds; `screen`: of a
 * shared screen, of which nothing is sent while nothing moves. Answers `{level, cause, value}`: 3 (good) to 1 (poor),
 * and what weighs most: "loss" (per cent), "delay" (milliseconds), "jitter", "frozen", "slow", "bandwidth" or "cpu".
 */
export function scoreOf(row, milliseconds, screen = false) {
  const off = [
    ["delay", ROUND_TRIP(row.roundTrip), row.roundTrip],
    ...(row.kind === "audio" ? ofSound(row) : ofPicture(row, milliseconds, screen)),
  ];
  const points = off.reduce((sum, [, some]) => sum + some, 0);
  const [cause, , value] = off.reduce((most, one) => (one[1] > most[1] ? one : most));
  const level = points < FAIR ? 3 : points < POOR ? 2 : 1;
  return level === 3 ? { level } : { level, cause, value };
}

/** What was made up is what people hear of losses; what was lost may have been sent again. */
function ofSound({ sent, lost = 0, concealed, jitter }) {
  const told = !sent && concealed !== undefined;
  const gaps = told ? MADE_UP(concealed) : LOST_OF_SOUND(lost);
  return [
    ["loss", gaps, inPercent(told ? concealed : lost)],
    ["jitter", JITTER(jitter)],
  ];
}

function ofPicture({ sent, lost = 0, frameRate = ENOUGH_FRAMES, frozen = 0, limited }, milliseconds, screen) {
  const common = [["loss", LOST_OF_PICTURE(lost), inPercent(lost)]];
  if (!screen) {
    common.push(["slow", MISSING_FRAMES(ENOUGH_FRAMES - frameRate)]);
  }
  if (sent) {
    const known = limited === "bandwidth" || limited === "cpu";
    return [...common, [limited, known ? 1 : 0]];
  }
  return screen ? common : [...common, ["frozen", FROZEN((1000 * frozen) / milliseconds)]];
}

const inPercent = (thousandths) => Math.max(1, Math.round(thousandths / 10));
