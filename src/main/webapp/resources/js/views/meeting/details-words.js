import { numberOf, text } from "../../shared/texts.js";

/** What a row of the table of figures is about. */
export function rowWords({ kind, sent, screen }) {
  const what = kind === "audio" ? (screen ? "screenSound" : "sound") : screen ? "screen" : "picture";
  return text(sent ? `details.${what}.sent` : `details.${what}`);
}

/** A row of StreamFigures as texts, in the order of the columns; what is not known, or makes no sense, is a dash. */
export function cellsOf(row) {
  const { width, height, frameRate, codec, bitrate, lost, jitter, roundTrip, frozenTimes, way } = row;
  return [
    width && height ? `${width} × ${height}` : undefined,
    frameRate,
    codec,
    bitrate === undefined ? undefined : text("details.kbit", bitrate),
    lost === undefined ? undefined : text("details.percent", numberOf(lost / 10)),
    jitter === undefined ? undefined : text("details.ms", jitter),
    roundTrip === undefined ? undefined : text("details.ms", roundTrip),
    frozenTimes,
    way && text(`details.way.${way}`),
  ].map((cell) => (cell === undefined ? "–" : String(cell)));
}
