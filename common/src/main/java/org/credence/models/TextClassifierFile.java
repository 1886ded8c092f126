package org.credence.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.credence.text.Features;

/**
 * A {@link TextClassifier} as bytes, big-endian: a mark, versions, names, then kept buckets,
 * inverse document frequencies and coefficients as they are in memory.
 */
public final class TextClassifierFile {

  private static final int MARK = 0x43524454;
  private static final int FORMAT = 1;
  private static final int MOST_CLASSES = 127;

  private TextClassifierFile() {}

  public static void write(TextClassifier model, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MARK);
    out.writeInt(FORMAT);
    out.writeInt(Features.VERSION);
    out.writeUTF(model.language());
    out.writeInt(model.classes().size());
    for (String name : model.classes()) {
      out.writeUTF(name);
    }
    Weighting weighting = model.vectors().weighting();
    write(out, weighting.kept());
    write(out, weighting.idf());
    write(out, weighting.lexiconScale().mean());
    write(out, weighting.lexiconScale().deviation());
    out.writeDouble(weighting.lexiconScale().factor());
    out.writeBoolean(model.vectors().crossed().isPresent());
    if (model.vectors().crossed().isPresent()) {
      write(out, model.vectors().crossed().get().kept());
      write(out, model.vectors().crossed().get().idf());
    }
    write(out, model.parameters());
    out.flush();
  }

  /**
   * @throws IOException when the bytes are no model that this version reads
   */
  public static TextClassifier read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    try {
      if (in.readInt() != MARK || in.readInt() != FORMAT) {
        throw new IOException("it does not begin as a model does");
      }
      int version = in.readInt();
      if (version != Features.VERSION) {
        throw new IOException(
            "it was trained on features of version %d, this is version %d"
                .formatted(version, Features.VERSION));
      }
      return model(in);
    } catch (EOFException e) {
      throw new IOException("it ends too early", e);
    }
  }

  private static TextClassifier model(DataInputStream in) throws IOException {
    String language = in.readUTF();
    int size = within(in.readInt(), 2, MOST_CLASSES);
    List<String> classes = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      classes.add(in.readUTF());
    }
    int[] kept = ints(in);
    double[] idf = doubles(in);
    LexiconScale scale = new LexiconScale(doubles(in), doubles(in), in.readDouble());
    Weighting weighting = new Weighting(language, kept, idf, scale);
    Optional<CrossedWords> crossed =
        in.readBoolean() ? Optional.of(new CrossedWords(ints(in), doubles(in))) : Optional.empty();
    return new TextClassifier(classes, new TextVectors(weighting, crossed), doubles(in));
  }

  /** Adds what reads embeddings behind a classifier. */
  public static void write(VectorClassifier model, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    write(out, model.mean());
    write(out, model.deviation());
    write(out, model.parameters());
    out.flush();
  }

  /**
   * @param stream after a classifier
   * @return empty at the end of the stream
   * @throws IOException when it ends too early
   */
  public static Optional<VectorClassifier> readVectors(InputStream stream) throws IOException {
    if (stream.available() == 0) {
      return Optional.empty();
    }
    DataInputStream in = new DataInputStream(stream);
    return Optional.of(new VectorClassifier(doubles(in), doubles(in), doubles(in)));
  }

  private static int within(int value, int lowest, int highest) throws IOException {
    if (value < lowest || value > highest) {
      throw new IOException("it holds a length of " + value);
    }
    return value;
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] values = new int[within(in.readInt(), 0, Features.BUCKETS)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static double[] doubles(DataInputStream in) throws IOException {
    double[] values = new double[within(in.readInt(), 0, MOST_CLASSES * 2 * Features.BUCKETS)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
