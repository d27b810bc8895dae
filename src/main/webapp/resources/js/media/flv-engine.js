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
  const player = mpegts.createPlayer({ type: "flv", isLive: true, url, hasAudio: audio, hasVideo: video }, CONFIGURATION);
  player.on(mpegts.Events.ERROR, (type, detail) => over(`${type} ${detail}`));
  player.on(mpegts.Events.LOADING_COMPLETE, () => over("ended"));
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
