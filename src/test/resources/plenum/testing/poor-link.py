"""A link between two networks of this machine by which every packet comes late, and some never.

poor-link.py NAMESPACE HERE THERE DELAY LOSS SEED LIMIT

Makes the interfaces HERE (in the network it is started in) and THERE (in that namespace), says "up", and carries
packets between them, each DELAY seconds later, but for the part LOSS of them, in both directions. Whoever writes
another LOSS to its standard input changes it. Ends with its standard input, or after LIMIT seconds. For kernels without
netem. Needs root.
"""

import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_WITHOUT_HEADER = 0x1001
CLONE_NEWNET = 0x40000000
AT_ONCE = 64

namespace, here, there = sys.argv[1:4]
delay, loss, seed, limit = float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6]), float(sys.argv[7])
libc = ctypes.CDLL(None, use_errno=True)


def enter(network):
    if libc.setns(network, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def tun(name):
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN_WITHOUT_HEADER))
    return end


def packets(end):
    for _ in range(AT_ONCE):
        try:
            yield os.read(end, 2048)
        except (BlockingIOError, OSError):
            return


home = os.open("/proc/self/ns/net", os.O_RDONLY)
ends = [tun(here)]
enter(os.open("/run/netns/" + namespace, os.O_RDONLY))
ends.append(tun(there))
enter(home)
print("up", flush=True)

weather = random.Random(seed)
under_way = []
count = lost = 0
end_of_all = time.monotonic() + limit
while time.monotonic() < end_of_all:
    while under_way and under_way[0][0] <= time.monotonic():
        _, _, out, packet = heapq.heappop(under_way)
        try:
            os.write(out, packet)
        except OSError:
            pass  # The interface is not up, or full.
    pause = under_way[0][0] - time.monotonic() if under_way else 0.1
    ready = select.select(ends + [0], [], [], min(0.1, max(0.0, pause)))[0]
    if 0 in ready:
        told = os.read(0, 64)
        if not told:
            break
        loss = float(told)
        ready.remove(0)
    for end in ready:
        for packet in packets(end):
            count += 1
            if weather.random() < loss:
                lost += 1
            else:
                out = ends[1 - ends.index(end)]
                heapq.heappush(under_way, (time.monotonic() + delay, count, out, packet))
print(f"{count} packets, {lost} lost", flush=True)
