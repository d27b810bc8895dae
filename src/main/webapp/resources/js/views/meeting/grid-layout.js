const WIDEST = 16 / 9;
/** Video is cropped to fill its tile, but never to less than this: portrait windows may crop more. */
const NARROWEST_LANDSCAPE = 4 / 3;
const NARROWEST_PORTRAIT = 3 / 4;

/**
 * How `count` tiles fill an area best: the columns whose tiles are largest. All lengths in CSS pixels; `narrowest` is
 * the least width of a tile, as a part of its height. Answers `{columns, rows, width, height}`, the tiles' size rounded
 * down.
 */
export function gridLayout(
  count,
  area,
  gap,
  narrowest = area.width >= area.height ? NARROWEST_LANDSCAPE : NARROWEST_PORTRAIT,
) {
  let best = { columns: 1, rows: Math.max(1, count), width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const size = tileSize(
      (area.width - gap * (columns - 1)) / columns,
      (area.height - gap * (rows - 1)) / rows,
      narrowest,
    );
    if (size.width * size.height > best.width * best.height) {
      best = { columns, rows, ...size };
    }
  }
  return best;
}

/** The largest tile within a cell whose shape is between the narrowest and the widest one. */
function tileSize(cellWidth, cellHeight, narrowest) {
  const width = Math.max(0, Math.min(cellWidth, cellHeight * WIDEST));
  const height = Math.max(0, Math.min(cellHeight, width / narrowest));
  return { width: Math.floor(width), height: Math.floor(height) };
}
