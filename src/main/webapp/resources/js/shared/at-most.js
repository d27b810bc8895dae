/** Waits for a promise, but not for longer than so many milliseconds. */
export async function atMost(milliseconds, promise) {
  let timer;
  const pause = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, pause]).finally(() => clearTimeout(timer));
}
