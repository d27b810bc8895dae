// Publishes a moving picture of 1280 by 720 points in one encoding, or somebody who talks, by WHIP.
(() => {
  const WIDTH = 1280;
  const HEIGHT = 720;
  const RATE = 30;

  // A room full of things: spots of all sizes, drawn once.
  function background() {
    const canvas = new OffscreenCanvas(WIDTH + 200, HEIGHT + 200);
    const context = canvas.getContext("2d");
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let spot = 0; spot < 3000; spot++) {
      context.fillStyle = `hsl(${360 * random()} 40% ${20 + 60 * random()}%)`;
      context.beginPath();
      context.arc(canvas.width * random(), canvas.height * random(), 4 + 40 * random() ** 3, 0, 7);
      context.fill();
    }
    return canvas;
  }

  // The camera trembles, and a head moves before it.
  function picture() {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const context = canvas.getContext("2d", { alpha: false });
    const behind = background();
    let frame = 0;
    setInterval(() => {
      const at = frame++ / RATE;
      context.drawImage(behind, -100 + 6 * Math.sin(1.3 * at), -100 + 4 * Math.sin(1.7 * at));
      const x = WIDTH / 2 + 120 * Math.sin(0.9 * at);
      const y = HEIGHT / 2 + 40 * Math.sin(2.1 * at);
      context.drawImage(behind, 300 + 40 * Math.sin(at), 200, 400, 500, x - 200, y - 250, 400, 500);
    }, 1000 / RATE);
    return canvas.captureStream(RATE).getVideoTracks()[0];
  }

  // Overtones, four syllables a second.
  function voice(divisor) {
    const context = new AudioContext();
    const out = context.createMediaStreamDestination();
    const tone = new OscillatorNode(context, { type: "sawtooth", frequency: 140 });
    const syllables = new OscillatorNode(context, { frequency: 4 });
    const loudness = new GainNode(context, { gain: 0.2 / divisor });
    syllables.connect(new GainNode(context, { gain: 0.15 / divisor })).connect(loudness.gain);
    tone.connect(loudness).connect(out);
    tone.start();
    syllables.start();
    return out.stream.getAudioTracks()[0];
  }

  async function addPicture(peer, { codec, divisor, bitrate }) {
    const scalabilityMode = codec === "VP8" ? "L1T3" : "L1T1";
    const transceiver = peer.addTransceiver(picture(), {
      direction: "sendonly",
      streams: [new MediaStream()],
      sendEncodings: [{ maxBitrate: bitrate, scaleResolutionDownBy: divisor, scalabilityMode }],
    });
    const { codecs } = RTCRtpSender.getCapabilities("video");
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === `video/${codec}`));
    const parameters = transceiver.sender.getParameters();
    parameters.degradationPreference = "maintain-resolution";
    await transceiver.sender.setParameters(parameters);
  }

  window.plenumPublish = async (stream, wish) => {
    const peer = new RTCPeerConnection();
    if (wish.codec === "OPUS") {
      peer.addTransceiver(voice(wish.divisor), { direction: "sendonly", streams: [new MediaStream()] });
    } else {
      await addPicture(peer, wish);
    }
    await peer.setLocalDescription();
    const response = await fetch(`/rtc/v1/whip/?app=live&stream=${stream}`, {
      method: "POST",
      body: peer.localDescription.sdp,
    });
    await peer.setRemoteDescription({ type: "answer", sdp: await response.text() });
  };
})();
