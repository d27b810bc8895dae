// A WHIP and WHEP client that knows nothing of Plenum's pages: one peer connection at a time.
(() => {
  let peer;
  let session;

  function prefer(transceiver, codec) {
    const { codecs } = RTCRtpSender.getCapabilities("video");
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === `video/${codec}`));
  }

  async function exchange(address, token) {
    await peer.setLocalDescription();
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/sdp", ...(token && { Authorization: `Bearer ${token}` }) },
      body: peer.localDescription.sdp,
    });
    const body = await response.text();
    session = response.headers.get("Location");
    if (response.status === 201) {
      await peer.setRemoteDescription({ type: "answer", sdp: body });
    }
    return { status: response.status, type: response.headers.get("Content-Type"), location: session ?? "", body };
  }

  window.publish = async (address, { codec, audio, video, token }) => {
    const media = await navigator.mediaDevices.getUserMedia({ audio, video: video && { width: 320, height: 180 } });
    peer = new RTCPeerConnection();
    for (const track of media.getTracks()) {
      const transceiver = peer.addTransceiver(track, { direction: "sendonly", streams: [media] });
      if (track.kind === "video" && codec) {
        prefer(transceiver, codec);
      }
    }
    return exchange(address, token);
  };

  window.play = async (address, { audio, video }) => {
    peer = new RTCPeerConnection();
    for (const kind of [audio && "audio", video && "video"].filter(Boolean)) {
      peer.addTransceiver(kind, { direction: "recvonly" });
    }
    peer.ontrack = ({ track }) => {
      // What no element plays is not decoded.
      const element = document.createElement(track.kind);
      element.muted = true;
      element.srcObject = new MediaStream([track]);
      element.play();
      document.body.append(element);
    };
    return exchange(address);
  };

  // Sends its picture in another of the codecs that were agreed on.
  window.changeCodec = async (codec) => {
    const sender = peer.getSenders().find(({ track }) => track.kind === "video");
    const parameters = sender.getParameters();
    parameters.encodings[0].codec = parameters.codecs.find(({ mimeType }) => mimeType === `video/${codec}`);
    await sender.setParameters(parameters);
  };

  const line = (sdp, name) => sdp.match(new RegExp(`a=${name}:.*`))[0];

  // Goes on under new names, as after a change of network; answers the status.
  window.restartIce = async () => {
    peer.restartIce();
    await peer.setLocalDescription();
    const names = ["ice-ufrag", "ice-pwd"];
    const response = await fetch(session, {
      method: "PATCH",
      headers: { "Content-Type": "application/trickle-ice-sdpfrag", "If-Match": "*" },
      body: names.map((name) => `${line(peer.localDescription.sdp, name)}\r\n`).join(""),
    });
    const fragment = await response.text();
    if (response.status !== 200) {
      await peer.setLocalDescription({ type: "rollback" });
      return response.status;
    }
    const sdp = names.reduce(
      (answer, name) => answer.replaceAll(new RegExp(`a=${name}:.*`, "g"), line(fragment, name)),
      peer.remoteDescription.sdp,
    );
    await peer.setRemoteDescription({ type: "answer", sdp });
    return response.status;
  };

  // The client's ICE name on the path that media takes; empty while there is none.
  window.pathName = async () => {
    const [transport] = [...(await peer.getStats()).values()].filter(({ type }) => type === "transport");
    return ["connected", "completed"].includes(transport?.iceState) ? transport.iceLocalUsernameFragment : "";
  };

  window.endSession = async () => {
    const { status } = await fetch(session, { method: "DELETE" });
    return status;
  };

  window.hangUp = () => peer.close();

  window.received = async () => {
    const all = [...(await peer.getStats()).values()];
    const of = (kind) => all.find((report) => report.type === "inbound-rtp" && report.kind === kind) ?? {};
    const codec = all.find((report) => report.id === of("video").codecId);
    return {
      state: peer.connectionState,
      frames: of("video").framesDecoded ?? 0,
      sounds: of("audio").packetsReceived ?? 0,
      ssrc: of("video").ssrc ?? 0,
      codec: codec?.mimeType.slice("video/".length) ?? "",
    };
  };
})();
