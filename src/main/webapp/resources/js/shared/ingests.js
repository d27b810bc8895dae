/** What every example of ffmpeg begins with; INPUT stands for a camera's address or a file. */
const PICTURE = "ffmpeg -re -i INPUT -c:v libx264 -profile:v baseline -pix_fmt yuv420p -bf 0 -g 30 -tune zerolatency";
const OPUS = "-c:a libopus -ar 48000 -ac 2";
const AAC = "-c:a aac";

const WAYS = {
  whip: ({ address, key }, origin) => {
    const url = new URL(address, origin).href;
    const command = `${PICTURE} ${OPUS} -f whip -authorization "${key}" "${url}"`;
    return way(
      "whip",
      [
        ["server", url],
        ["token", key],
      ],
      command,
    );
  },
  rtmp: ({ address, key }) =>
    way(
      "rtmp",
      [
        ["server", address],
        ["key", key],
      ],
      `${PICTURE} ${AAC} -f flv "${address}/${key}"`,
    ),
  srt: ({ address, key }) => {
    // An exclamation mark between double quotes would mean something to a shell.
    const id = encodeURIComponent(key).replaceAll("!", "%21");
    return way(
      "srt",
      [
        ["server", address],
        ["id", key],
      ],
      `${PICTURE} ${AAC} -f mpegts "${address}?streamid=${id}"`,
    );
  },
};

function way(protocol, fields, command) {
  return { protocol, fields: fields.map(([name, value]) => ({ name, value })), command };
}

/**
 * The ways in which a device can publish, from the message `device`: each with its `protocol`, the `fields` to
 * fill in ({name: "server", "token", "key" or "id", value}) and an ffmpeg `command`. Protocols that this page
 * does not know are left out. `origin` is what paths are relative to.
 */
export function waysIn(ingests, origin) {
  return ingests
    .filter(({ protocol }) => Object.hasOwn(WAYS, protocol))
    .map((ingest) => WAYS[ingest.protocol](ingest, origin));
}
