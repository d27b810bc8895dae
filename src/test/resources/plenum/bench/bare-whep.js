// Plays the only camera in a room by WHEP, and does nothing else: what entering that room is compared with. Resolves to
// the marks, in milliseconds from the moment when the page has its ticket and begins.
(room) =>
  new Promise((resolve, reject) => {
    const video = Object.assign(document.createElement("video"), { muted: true, autoplay: true });
    Object.assign(video.style, { width: "640px", height: "360px" });
    document.body.replaceChildren(video);

    const socket = new WebSocket(`ws://${location.host}/signal`);
    const send = (message) => socket.send(JSON.stringify(message));
    const devices = { camera: false, microphone: false, cameraOff: false, muted: false };
    const answers = {
      welcome: () => send({ type: "join-room", room, devices }),
      room: ({ members }) => {
        const { name } = members.flatMap(({ streams }) => streams).find(({ source }) => source === "camera");
        send({ type: "request-play", stream: name });
      },
      ticket: ({ url }) => play(url).catch(reject),
      error: ({ message }) => reject(new Error(message)),
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      answers[message.type]?.(message);
    };

    async function play(address) {
      const began = performance.now();
      const marks = {};
      const mark = (name, time = performance.now()) => (marks[name] ??= time - began);
      const peer = new RTCPeerConnection();
      peer.addEventListener("connectionstatechange", () => peer.connectionState === "connected" && mark("connected"));
      peer.addEventListener("track", ({ streams }) => (video.srcObject ??= streams[0]));
      video.requestVideoFrameCallback(async (now, { receiveTime }) => {
        mark("received", receiveTime);
        mark("shown");
        const report = [...(await peer.getStats()).values()];
        const { pliCount } = report.find(({ type, kind }) => type === "inbound-rtp" && kind === "video");
        Object.assign(marks, { pliCount });
        peer.close();
        socket.close();
        resolve(marks);
      });
      peer.addTransceiver("audio", { direction: "recvonly" });
      peer.addTransceiver("video", { direction: "recvonly" });
      await peer.setLocalDescription();
      mark("posted");
      const answer = await fetch(address, {
        method: "POST",
        body: peer.localDescription.sdp,
        headers: { "Content-Type": "application/sdp" },
      });
      mark("answered");
      await peer.setRemoteDescription({ type: "answer", sdp: await answer.text() });
    }
  });
