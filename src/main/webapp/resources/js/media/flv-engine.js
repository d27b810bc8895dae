/** Less delay costs interruptions on a network that is not steady; a second is a fair middle. */
const CONFIGURATION = {
  enableWorker: false,
  enableStashBuffer: false,
  lazyLoad: false,
  autoCleanupSourceBuffer: true,
  liveBufferLatencyChasing: true,
  liveBufferLatencyMaxLatency: 2.5,
  liveBufferLatencyMinRemain: 0.6,
};

/**
 * Plays HTTP-FLV by `mpegts`, the library. `source` is `{url, audio, video}`; the library must know beforehand
 * whether to wait for sound and picture. `over(reason)` is called when nothing comes any more.
 */
export function playFlv(mpegts, element, source, over) {
  mpegts.LoggingControl.enableAll = false;
  mpegts.LoggingControl.enableError = true;
  const { url, audio, video } = source;
  const player = mpegts.createPlayer(
    { type: "flv", isLive: true, url, hasAudio: audio, hasVideo: video },
    CONFIGURATION,
  );
  // Not at once: the library has more events under way then, and is not prepared to be destroyed before they came.
  const overSoon = (reason) => setTimeout(over, 0, reason);
  player.on(mpegts.Events.ERROR, (type, detail) => overSoon(`${type} ${detail}`));
  player.on(mpegts.Events.LOADING_COMPLETE, () => overSoon("ended"));
  player.attachMediaElement(element);
  player.load();
  return {
    latency: () => buffered(element),
    stop: () => player.destroy(),
  };
}

/** Seconds that came already and are not shown yet. */
function buffered(element) {
  const { length } = element.buffered;
  return length > 0 ? Math.max(0, element.buffered.end(length - 1) - element.currentTime) : undefined;
}
