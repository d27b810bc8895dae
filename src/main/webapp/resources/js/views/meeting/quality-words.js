import { text } from "../../shared/texts.js";

const WHAT = {
  loss: (value) => text("quality.loss", value),
  delay: (value) => text("quality.delay", value),
  jitter: () => text("quality.jitter"),
  frozen: () => text("quality.frozen"),
  slow: () => text("quality.slow"),
  bandwidth: () => text("quality.bandwidth"),
  cpu: () => text("quality.cpu"),
};
const SIDE = {
  own: () => text("quality.side.own"),
  way: () => text("quality.side.way"),
  sender: (name) => text("quality.side.sender", name),
  unknown: (name) => text("quality.side.unknown", name),
};

/**
 * How a connection is, in a sentence or two: what is wrong, and on which side. `quality` as of ConnectionQuality, with
 * level 0 where there is no connection, or with the `shortage` that is worse than what it measures.
 */
export function qualityWords({ level, cause, value, side, shortage }, { name, own }) {
  if (shortage) {
    return text(`quality.${shortage.shown ? "smaller" : "short"}.${shortage.cause}`, name);
  }
  if (level === 0) {
    return own ? text("quality.none.own") : text("quality.none", name);
  }
  if (level === 3) {
    return own ? text("quality.good.own") : text("quality.good", name);
  }
  const which = own && cause in OWN ? OWN[cause](value) : WHAT[cause](value);
  return own ? which : text("quality.both", which, SIDE[side](name));
}

const OWN = {
  loss: (value) => text("quality.own.loss", value),
  slow: () => text("quality.own.slow"),
};
