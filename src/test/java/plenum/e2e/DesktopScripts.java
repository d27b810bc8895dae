package plenum.e2e;

/** What pages of journeys to desktop rooms are made to begin with. */
final class DesktopScripts {

  /** A browser that cannot share a screen, as most of those on phones. */
  static final String CANNOT_SHARE = "delete MediaDevices.prototype.getDisplayMedia;";

  /** A browser that asks what to share only soon after a click or a key, as those of people do. */
  static final String ASKS_AFTER_A_CLICK =
      """
      let gesture = -Infinity;
      const acted = (event) => event.isTrusted && (gesture = performance.now());
      ["pointerup", "keydown"].forEach((type) => addEventListener(type, acted, { capture: true }));
      const active = () => performance.now() - gesture < 5000;
      // Tests that look at a page count as gestures to the browser itself.
      Object.defineProperty(navigator, "userActivation", { value: { get isActive() { return active(); } } });
      const realGetDisplayMedia = MediaDevices.prototype.getDisplayMedia;
      MediaDevices.prototype.getDisplayMedia = function (wanted) {
        return active()
          ? realGetDisplayMedia.call(this, wanted)
          : Promise.reject(new DOMException("a gesture is required", "InvalidStateError"));
      };
      """;

  /**
   * A microphone into which {@code speak(true)} speaks, and is silent after {@code speak(false)}.
   */
  static final String SPEAKS_ON_COMMAND =
      """
      const otherDevices = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const sound = new AudioContext();
      const loudness = new GainNode(sound, { gain: 0 });
      const tone = new OscillatorNode(sound, { type: "sawtooth", frequency: 180 });
      tone.connect(loudness);
      tone.start();
      /** Answers when, in milliseconds of Date.now. */
      window.speak = async (loud) => {
        await sound.resume();
        loudness.gain.value = loud ? 0.3 : 0;
        return Date.now();
      };
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = wanted.video ? await otherDevices({ video: wanted.video }) : new MediaStream();
        if (wanted.audio) {
          const microphone = new MediaStreamAudioDestinationNode(sound);
          loudness.connect(microphone);
          stream.addTrack(microphone.stream.getAudioTracks()[0]);
        }
        return stream;
      };
      """;

  /** Keeps every audio element in {@code keptSounds}; the page's are not in its document. */
  static final String KEEP_SOUNDS =
      """
      window.keptSounds = [];
      const realCreateElement = Document.prototype.createElement;
      Document.prototype.createElement = function (tag, ...more) {
        const made = realCreateElement.call(this, tag, ...more);
        if (tag === "audio") {
          keptSounds.push(made);
        }
        return made;
      };
      """;

  private DesktopScripts() {}
}
