/** Two segments behind the newest: fewer would stop at every late one. */
const CONFIGURATION = {
  enableWorker: false,
  liveSyncDurationCount: 2,
  liveMaxLatencyDurationCount: 6,
  backBufferLength: 10,
};

/** Plays HLS by `Hls`, the library; `over(reason)` is called when nothing comes any more. */
export function playHls(Hls, element, { url }, over) {
  const player = new Hls(CONFIGURATION);
  player.on(Hls.Events.ERROR, (event, { fatal, type, details }) => fatal && over(`${type} ${details}`));
  player.loadSource(url);
  player.attachMedia(element);
  return {
    latency: () => (player.latency > 0 ? player.latency : undefined),
    stop: () => player.destroy(),
  };
}

/** Plays HLS as Safari does by itself, where there is no MediaSource for a library. */
export function playNatively(element, { url }, over) {
  const listening = new AbortController();
  element.addEventListener("error", () => over("the browser cannot play it"), { signal: listening.signal });
  element.addEventListener("ended", () => over("ended"), { signal: listening.signal });
  element.src = url;
  return {
    latency: () => undefined,
    stop: () => {
      listening.abort();
      element.removeAttribute("src");
      element.load();
    },
  };
}
