// Plays the screen that is shared in a room, and shows nothing else: what a viewer's page is compared with.
({ room, place }) =>
  new Promise((resolve, reject) => {
    const video = Object.assign(document.createElement("video"), { muted: true, autoplay: true });
    Object.assign(video.style, place);
    document.body.replaceChildren(video);
    video.addEventListener("loadeddata", resolve);

    const socket = new WebSocket(`ws://${location.host}/signal`);
    const send = (message) => socket.send(JSON.stringify(message));
    const devices = { camera: false, microphone: false, cameraOff: false, muted: false };
    const answers = {
      welcome: () => send({ type: "join-room", room, devices }),
      room: ({ members }) => {
        const { name } = members.flatMap(({ streams }) => streams).find(({ source }) => source === "screen");
        send({ type: "request-play", stream: name });
      },
      ticket: ({ url }) => play(url).catch(reject),
      error: ({ message }) => reject(new Error(message)),
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      answers[message.type]?.(message);
    };
    setInterval(() => send({ type: "ping" }), 10_000);

    async function play(address) {
      const peer = (window.peer = new RTCPeerConnection());
      peer.addEventListener("track", ({ track }) => (video.srcObject = new MediaStream([track])));
      peer.addTransceiver("video", { direction: "recvonly" });
      await peer.setLocalDescription();
      const answer = await fetch(address, {
        method: "POST",
        body: peer.localDescription.sdp,
        headers: { "Content-Type": "application/sdp" },
      });
      await peer.setRemoteDescription({ type: "answer", sdp: await answer.text() });
    }
  });
