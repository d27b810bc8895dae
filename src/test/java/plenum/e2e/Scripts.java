package plenum.e2e;

/** What pages are made to begin with, where a real browser cannot be brought into that state. */
final class Scripts {

  /** No device at all is plugged in. */
  static final String NO_DEVICES =
      """
      navigator.mediaDevices.enumerateDevices = async () => [];
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException("Requested device not found", "NotFoundError");
      };
      """;

  /** Another program uses the camera, on a system that allows only one. */
  static final String BUSY_CAMERA =
      """
      const realGetUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        if (constraints.video) {
          throw new DOMException("Could not start video source", "NotReadableError");
        }
        return realGetUserMedia(constraints);
      };
      """;

  /** Keeps every peer connection in {@code keptPeers}, so that a journey can see it closed. */
  static final String KEEP_PEERS =
      """
      window.keptPeers = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(...values) {
          super(...values);
          keptPeers.push(this);
        }
      };
      """;

  /** Of a video element: a number that differs for pictures that differ. */
  static final String FINGERPRINT =
      """
      (video) => {
        const canvas = new OffscreenCanvas(64, 36);
        const context = canvas.getContext("2d");
        context.drawImage(video, 0, 0, 64, 36);
        const data = context.getImageData(0, 0, 64, 36).data;
        return data.reduce((sum, value) => (sum * 31 + value) % 1000003, 7);
      }
      """;

  private Scripts() {}
}
