package plenum.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import plenum.engine.net.DatagramHandler;
import plenum.engine.net.MediaLoop;

/**
 * Nanoseconds of processor time a datagram of 1,200 bytes costs the loop's thread on loopback, by
 * how many in a row go to one destination, and what a received one costs. On loopback the sender
 * pays for the delivery as well.
 */
public final class SendBench implements DatagramHandler {

  private static final int LENGTH = 1200;
  private static final int PLAYERS = 50;
  private static final int PACKETS = 200_000;

  private SendBench() {}

  public static void main(String[] arguments) throws Exception {
    List<InetAddress> loopback = List.of(InetAddress.getByName("127.0.0.1"));
    List<DatagramChannel> sinks = new ArrayList<>();
    List<InetSocketAddress> players = new ArrayList<>();
    for (int i = 0; i < PLAYERS; i++) {
      DatagramChannel sink = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
      // Full at once: what is measured is sending, not a peer that reads.
      sink.setOption(StandardSocketOptions.SO_RCVBUF, 65_536);
      sinks.add(sink);
      players.add((InetSocketAddress) sink.getLocalAddress());
    }
    try (MediaLoop loop = MediaLoop.open(loopback, 0, new SendBench())) {
      for (int round = 0; round < 2; round++) {
        for (int train : new int[] {1, 2, 3, 5, 8, 16, 40}) {
          long nanos = send(loop, players, train);
          if (round == 1) {
            System.out.println("sent " + train + " in a row: " + nanos + " ns each");
          }
        }
      }
      System.out.println("received: " + receive(loop) + " ns each");
      System.out.println("sent " + loop.sentPackets() + ", dropped " + loop.dropped());
    }
    for (DatagramChannel sink : sinks) {
      sink.close();
    }
  }

  /** Batch by batch, each in a task of its own, as forwarding does. */
  private static long send(MediaLoop loop, List<InetSocketAddress> players, int train)
      throws InterruptedException {
    byte[] packet = new byte[LENGTH];
    int batches = PACKETS / (PLAYERS * train);
    long start = processorTime(loop);
    for (int batch = 0; batch < batches; batch++) {
      loop.execute(
          () -> {
            for (InetSocketAddress player : players) {
              for (int i = 0; i < train; i++) {
                loop.send(0, player, packet, 0, LENGTH);
              }
            }
          });
    }
    return (processorTime(loop) - start) / ((long) batches * PLAYERS * train);
  }

  private static long receive(MediaLoop loop) throws IOException, InterruptedException {
    long before = loop.receivedPackets();
    long start = processorTime(loop);
    try (DatagramChannel sender = DatagramChannel.open()) {
      ByteBuffer packet = ByteBuffer.allocateDirect(LENGTH);
      for (int i = 0; i < PACKETS; i++) {
        sender.send(packet.clear(), loop.locals().get(0));
        if (i % 32 == 0) {
          Thread.sleep(Duration.ofMillis(1).toMillis());
        }
      }
    }
    return (processorTime(loop) - start) / (loop.receivedPackets() - before);
  }

  private static long processorTime(MediaLoop loop) throws InterruptedException {
    long[] nanos = new long[1];
    CountDownLatch done = new CountDownLatch(1);
    loop.execute(
        () -> {
          nanos[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          done.countDown();
        });
    done.await();
    return nanos[0];
  }

  @Override
  public void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {}

  @Override
  public void batchComplete() {}
}
