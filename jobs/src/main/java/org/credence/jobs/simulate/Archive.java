package org.credence.jobs.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Collects records by drop and file, and writes a drop's files when its night has come. */
final class Archive implements AutoCloseable {

  private static final int DROPS_IN_MEMORY = 3;

  private final Path folder;
  private final LocalDate lastDrop;
  private final Story story;
  private final TreeMap<LocalDate, TreeMap<DropFile, List<Line>>> waiting = new TreeMap<>();
  private final List<FileTally> tallies = new ArrayList<>();
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final Deque<Future<String>> writing = new ArrayDeque<>();

  Archive(Path folder, SimulationOptions options, Story story) {
    this.folder = folder;
    this.lastDrop = options.lastDrop();
    this.story = story;
  }

  /** One record on its way; records of a file stand in the order of their times. */
  private record Line(Instant order, String text, Verdict verdict) {}

  private record DropFile(Source source, String stem) implements Comparable<DropFile> {
    @Override
    public int compareTo(DropFile other) {
      return Comparator.comparing(DropFile::source)
          .thenComparing(DropFile::stem)
          .compare(this, other);
    }
  }

  /** Whether a night of the simulation will still write this drop. */
  boolean reaches(LocalDate drop) {
    return !drop.isAfter(lastDrop);
  }

  /** The drop itself, or the next one where the source has none. */
  LocalDate open(Source source, LocalDate drop) {
    return missing(source, drop) ? drop.plusDays(1) : drop;
  }

  Path folder() {
    return folder;
  }

  LocalDate lastDrop() {
    return lastDrop;
  }

  /** Adds a record to a drop that is not written yet. */
  void send(
      Source source, LocalDate drop, String stem, Instant order, String text, Verdict verdict) {
    if (missing(source, drop)) {
      throw new IllegalStateException(source + " has no drop on " + drop);
    }
    file(drop, new DropFile(source, stem)).add(new Line(order, text, verdict));
  }

  /** A file that is delivered even when nothing happened. */
  void expect(Source source, LocalDate drop, String stem) {
    if (!missing(source, drop)) {
      file(drop, new DropFile(source, stem));
    }
  }

  /** Writes every file of the drop, beside the making of the next days. */
  void write(LocalDate drop) throws IOException {
    TreeMap<DropFile, List<Line>> files = waiting.remove(drop);
    if (files == null) {
      return;
    }
    for (var entry : files.entrySet()) {
      DropFile file = entry.getKey();
      List<Line> lines = entry.getValue();
      String path = path(drop, file);
      tallies.add(tally(drop, file, path, lines));
      writing.add(
          writer.submit(
              () -> {
                write(folder.resolve(path), file.source(), Packing.of(file.source(), drop), lines);
                return path;
              }));
    }
    await(DROPS_IN_MEMORY * files.size());
  }

  /** Waits until every file is written. */
  @Override
  public void close() throws IOException {
    try {
      await(0);
    } finally {
      writer.shutdownNow();
    }
  }

  private void await(int unwritten) throws IOException {
    while (writing.size() > unwritten) {
      try {
        writing.remove().get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while writing " + folder);
      } catch (ExecutionException e) {
        throw new IOException("could not write below " + folder, e.getCause());
      }
    }
  }

  List<FileTally> tallies() {
    return tallies;
  }

  private boolean missing(Source source, LocalDate drop) {
    return story.gap(source, drop.minusDays(1));
  }

  private List<Line> file(LocalDate drop, DropFile file) {
    return waiting
        .computeIfAbsent(drop, d -> new TreeMap<>())
        .computeIfAbsent(file, f -> new ArrayList<>());
  }

  private static String path(LocalDate drop, DropFile file) {
    String suffix = Packing.of(file.source(), drop).suffix();
    return file.source().folder() + "/" + drop + "/" + file.stem() + suffix;
  }

  private static void write(Path target, Source source, Packing packing, List<Line> lines)
      throws IOException {
    lines.sort(Comparator.comparing(Line::order));
    Files.createDirectories(target.getParent());
    try (OutputStream out = packing.over(new BufferedOutputStream(Files.newOutputStream(target)))) {
      put(out, source.header(), packing);
      for (Line line : lines) {
        put(out, line.text(), packing);
      }
    }
  }

  private static void put(OutputStream out, String line, Packing packing) throws IOException {
    if (!line.isEmpty()) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write(packing.lineEnd());
    }
  }

  private static FileTally tally(LocalDate drop, DropFile file, String path, List<Line> lines) {
    int[] counts = new int[Verdict.values().length];
    lines.forEach(line -> counts[line.verdict().ordinal()]++);
    return new FileTally(
        file.source(),
        drop,
        path,
        lines.size(),
        counts[Verdict.ACCEPTED.ordinal()],
        counts[Verdict.REJECTED.ordinal()],
        counts[Verdict.DUPLICATE.ordinal()],
        counts[Verdict.OUT_OF_SCOPE.ordinal()],
        counts[Verdict.NOTICE.ordinal()]);
  }
}
