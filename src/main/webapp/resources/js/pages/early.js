// Loaded beside the page's own module, with few others: the server has answered when the rest is there.
import { earlySocket } from "../signal/early-socket.js";
import { signalAddress } from "../views/common/page.js";

earlySocket.open(signalAddress());
