package org.credence.topics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link TopicMemory} as bytes: equal memories are equal bytes, on any machine. */
public final class TopicMemoryBytes {

  private static final int FORMAT = 1;

  private TopicMemoryBytes() {}

  public static byte[] of(TopicMemory memory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Mixture counts = memory.counts();
      out.writeByte(FORMAT);
      out.writeLong(memory.last());
      out.writeInt(counts.slots);
      out.writeDouble(counts.alpha);
      out.writeDouble(counts.beta);
      for (int slot = 0; slot < counts.slots; slot++) {
        out.writeLong(memory.ids()[slot]);
        out.writeInt(counts.posts[slot]);
      }
      out.writeInt(counts.words);
      for (int word = 0; word < counts.words; word++) {
        out.writeUTF(memory.words().get(word));
        writeCounts(counts, word, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Of the slots that hold a word: few do. */
  private static void writeCounts(Mixture counts, int word, DataOutputStream out)
      throws IOException {
    int from = word * counts.slots;
    int holding = 0;
    for (int slot = 0; slot < counts.slots; slot++) {
      holding += counts.counts[from + slot] == 0 ? 0 : 1;
    }
    out.writeShort(holding);
    for (int slot = 0; slot < counts.slots; slot++) {
      if (counts.counts[from + slot] != 0) {
        out.writeShort(slot);
        out.writeInt(counts.counts[from + slot]);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when another release wrote the bytes in another form
   */
  public static TopicMemory read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new IllegalArgumentException("topics are remembered in format " + format);
      }
      long last = in.readLong();
      int slots = in.readInt();
      double alpha = in.readDouble();
      double beta = in.readDouble();
      long[] ids = new long[slots];
      int[] posts = new int[slots];
      for (int slot = 0; slot < slots; slot++) {
        ids[slot] = in.readLong();
        posts[slot] = in.readInt();
      }
      Mixture counts = new Mixture(slots, in.readInt(), alpha, beta);
      System.arraycopy(posts, 0, counts.posts, 0, slots);
      return new TopicMemory(readWords(in, counts), counts, ids, last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> readWords(DataInputStream in, Mixture counts) throws IOException {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < counts.words; word++) {
      words.add(in.readUTF());
      int holding = in.readShort();
      for (int i = 0; i < holding; i++) {
        int slot = in.readShort();
        int count = in.readInt();
        counts.counts[word * counts.slots + slot] = count;
        counts.tokens[slot] += count;
      }
    }
    return words;
  }
}
