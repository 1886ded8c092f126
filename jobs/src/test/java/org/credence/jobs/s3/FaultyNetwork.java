package org.credence.jobs.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Stands between an HTTP client and its server and does to some requests, by a seeded draw, what
 * networks and overloaded stores do.
 */
public final class FaultyNetwork implements AutoCloseable {

  /** What can become of a request. */
  public enum Fault {
    NONE,
    /** The connection ends before the request is through. */
    DROPPED,
    /** It takes its time. */
    DELAYED,
    /** The store has an error of its own. */
    ERROR,
    /** The store wants fewer of them. */
    THROTTLED,
    /** The connection ends in the middle of the answer's body. */
    CUT
  }

  private static final int DELAY = 300;
  private static final int CUT_WITHIN = 2_000;

  private final ServerSocket listening;
  private final URI server;
  private final Random random;
  private final Function<String, Fault> draw;
  private final int cutWithin;
  private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

  private FaultyNetwork(
      ServerSocket listening,
      URI server,
      Random random,
      Function<String, Fault> draw,
      int cutWithin) {
    this.listening = listening;
    this.server = server;
    this.random = random;
    this.draw = draw;
    this.cutWithin = cutWithin;
  }

  /**
   * @param rate share of requests that something happens to, 0 to 1
   */
  public static FaultyNetwork before(String server, long seed, double rate) throws IOException {
    Random random = new Random(seed);
    Fault[] faults = Fault.values();
    return accepting(
        server,
        random,
        head ->
            random.nextDouble() < rate ? faults[1 + random.nextInt(faults.length - 1)] : Fault.NONE,
        CUT_WITHIN);
  }

  /**
   * @param fault what is to become of a request, from its head; a cut comes within the first bytes
   */
  public static FaultyNetwork planned(String server, Function<String, Fault> fault)
      throws IOException {
    return accepting(server, new Random(1), fault, 1);
  }

  private static FaultyNetwork accepting(
      String server, Random random, Function<String, Fault> draw, int cutWithin)
      throws IOException {
    ServerSocket listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    FaultyNetwork network =
        new FaultyNetwork(listening, URI.create(server), random, draw, cutWithin);
    daemon(network::accept);
    return network;
  }

  public String endpoint() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** How often each fault has happened. */
  public synchronized Map<Fault, Integer> done() {
    return new TreeMap<>(done);
  }

  private synchronized Fault drawn(byte[] head) {
    Fault fault = draw.apply(new String(head, StandardCharsets.ISO_8859_1));
    done.merge(fault, 1, Integer::sum);
    return fault;
  }

  private synchronized int bytesBeforeTheCut() {
    return 1 + random.nextInt(cutWithin);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket store = new Socket(server.getHost(), server.getPort());
      AtomicLong allowed = new AtomicLong(Long.MAX_VALUE);
      daemon(() -> requests(client, store, allowed));
      daemon(() -> answers(store, client, allowed));
    }
  }

  private void requests(Socket client, Socket store, AtomicLong allowed) throws IOException {
    try (client;
        store) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = store.getOutputStream();
      for (byte[] head = head(in); head.length > 0; head = head(in)) {
        allowed.set(Long.MAX_VALUE);
        switch (drawn(head)) {
          case DROPPED -> {
            return;
          }
          case ERROR -> {
            refuse(client, "500 Internal Server Error", "InternalError");
            return;
          }
          case THROTTLED -> {
            refuse(client, "503 Slow Down", "SlowDown");
            return;
          }
          case DELAYED -> pause();
          case CUT -> allowed.set(-bytesBeforeTheCut());
          case NONE -> {}
        }
        out.write(head);
        copy(in, out, length(head));
        out.flush();
      }
    }
  }

  private static void answers(Socket store, Socket client, AtomicLong allowed) throws IOException {
    try (client;
        store) {
      InputStream in = store.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        int read = n;
        // Of an answer that is to be cut the head comes through: its body counts.
        int head = allowed.get() < 0 ? endOfHead(buffer, read) : 0;
        allowed.updateAndGet(now -> now < 0 ? -now + head : now);
        long left = allowed.getAndUpdate(now -> now == Long.MAX_VALUE ? now : now - read);
        out.write(buffer, 0, (int) Math.min(read, Math.max(0, left)));
        out.flush();
        if (left <= read) {
          return;
        }
      }
    }
  }

  private static int endOfHead(byte[] buffer, int read) {
    String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? read : end + 4;
  }

  /** Lines of a request up to the empty one; nothing at the end of the connection. */
  private static byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        return new byte[0];
      }
      head.write(next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return head.toByteArray();
  }

  /** Bytes of the body. */
  private static long length(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> line.toLowerCase(Locale.ROOT).split(":", 2))
        .filter(line -> line[0].equals("content-length"))
        .map(line -> Long.valueOf(line[1].strip()))
        .findFirst()
        .orElse(0L);
  }

  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[8192];
    long left = bytes;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      out.flush();
      left -= read;
    }
  }

  private static void refuse(Socket client, String status, String code) throws IOException {
    String body = "<Error><Code>" + code + "</Code><Message>Planted</Message></Error>";
    String answer =
        "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(status, body.length(), body);
    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private static void pause() {
    try {
      Thread.sleep(DELAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // However a connection ends, that is all that there is to it.
              }
            },
            "faulty-network");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
