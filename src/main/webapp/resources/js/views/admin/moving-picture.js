/** A picture that moves, without a camera: a canvas with a counter. `stop()` ends it. */
export function movingPicture() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 120 });
  const pen = canvas.getContext("2d");
  let count = 0;
  const drawing = setInterval(() => {
    count += 1;
    pen.fillStyle = `hsl(${(count * 7) % 360} 70% 50%)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }, 66);
  const [track] = canvas.captureStream(15).getVideoTracks();
  return { track, stop: () => (clearInterval(drawing), track.stop()) };
}
