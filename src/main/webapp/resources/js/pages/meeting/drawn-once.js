/** A function that calls `draw` soon, once for all the calls that come together. */
export function drawnOnce(draw) {
  let scheduled = false;
  return () => {
    if (!scheduled) {
      scheduled = true;
      queueMicrotask(() => {
        scheduled = false;
        draw();
      });
    }
  };
}
