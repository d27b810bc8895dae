/** A WebSocket that a page opens before all of its modules are there, with what comes over it meanwhile. */
export class EarlySocket {
  #opened;
  #used = false;

  /** Opens it by `make(url)`; does nothing when the page was faster. */
  open(url, make = (address) => new WebSocket(address)) {
    if (this.#used) {
      return;
    }
    this.#keep(make(url), url);
  }

  /** Gives `socket`, this page's or a new one, to the next page, which takes this one's place. */
  passOn(socket) {
    this.#used = false;
    this.#keep(socket, socket.url);
  }

  /** Its address, if it was opened. */
  get address() {
    return this.#opened?.url;
  }

  /** The socket, once; whoever takes it sets its handlers at once and gets what came before. Otherwise undefined. */
  take() {
    const { socket, events } = (!this.#used && this.#opened) || {};
    this.#used = true;
    if (socket) {
      socket.onmessage = null;
      socket.onclose = null;
      Promise.resolve().then(() => events.forEach(([handler, event]) => socket[handler]?.(event)));
    }
    return socket;
  }

  #keep(socket, url) {
    const events = [];
    socket.onmessage = (event) => events.push(["onmessage", event]);
    socket.onclose = (event) => events.push(["onclose", event]);
    this.#opened = { url, socket, events };
  }
}

/** The page's. */
export const earlySocket = new EarlySocket();
