package org.credence.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.credence.settings.Digest;
import org.credence.settings.Refusal;

/**
 * A sentence transformer (Reimers & Gurevych 2019): the folder of a model in ONNX, {@value #MODEL},
 * and its {@value #TOKENIZER}, as the Hugging Face library writes it. Token vectors are averaged
 * and brought to unit length; of a long text the first {@value #LONGEST} tokens count.
 *
 * <p>Each text is computed by itself on one thread, so its vector does not depend on its
 * neighbours. Several threads may ask at once.
 */
public final class SentenceEncoder implements AutoCloseable {

  public static final String MODEL = "model.onnx";
  public static final String TOKENIZER = "tokenizer.json";
  private static final String LONGEST = "128";

  static {
    // The tokenizers would tell their makers that they are used, and fetch what they lack.
    System.setProperty("ai.djl.offline", "true");
  }

  private final OrtEnvironment runtime;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final String digest;
  private final int width;

  private SentenceEncoder(Path folder) throws IOException, OrtException {
    this.digest = digest(folder);
    this.tokenizer =
        HuggingFaceTokenizer.newInstance(
            folder.resolve(TOKENIZER),
            Map.of("truncation", "true", "maxLength", LONGEST, "padding", "false"));
    this.runtime = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = runtime.createSession(folder.resolve(MODEL).toString(), options);
    }
    this.width = compute("").length;
  }

  /**
   * @throws Refusal when the folder holds no such model
   */
  public static SentenceEncoder open(Path folder) {
    for (String name : new String[] {MODEL, TOKENIZER}) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw refusal(folder, "it holds no " + name);
      }
    }
    try {
      return new SentenceEncoder(folder);
    } catch (IOException | OrtException | RuntimeException e) {
      throw refusal(folder, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Refusal refusal(Path folder, String reason) {
    return Refusal.configuration(
        "There is no embedding model in " + folder,
        reason,
        "Name a folder of a sentence transformer with " + MODEL + " and " + TOKENIZER + ".");
  }

  private static String digest(Path folder) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    for (String name : new String[] {MODEL, TOKENIZER}) {
      try (InputStream in = Files.newInputStream(folder.resolve(name));
          DigestOutputStream out =
              new DigestOutputStream(java.io.OutputStream.nullOutputStream(), sha256)) {
        in.transferTo(out);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** SHA-256 of the model and its tokenizer: vectors of another one mean something else. */
  public String digest() {
    return digest;
  }

  /** Numbers of a vector. */
  public int width() {
    return width;
  }

  /** A vector of length 1. */
  public float[] encode(String text) {
    try {
      return compute(text);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model failed", e);
    }
  }

  private float[] compute(String text) throws OrtException {
    Encoding tokens = tokenizer.encode(text);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(runtime, new long[][] {input(name, tokens)}));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        Object value = result.get(0).getValue();
        return unit(value instanceof float[][][] states ? mean(states[0]) : ((float[][]) value)[0]);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] input(String name, Encoding tokens) {
    return switch (name) {
      case "input_ids" -> tokens.getIds();
      case "attention_mask" -> tokens.getAttentionMask();
      case "token_type_ids" -> tokens.getTypeIds();
      default -> throw new IllegalArgumentException("its model wants an input " + name);
    };
  }

  private static float[] mean(float[][] tokens) {
    float[] mean = new float[tokens[0].length];
    for (float[] token : tokens) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens.length;
      }
    }
    return mean;
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(Math.max(squares, Double.MIN_NORMAL)));
    }
    return unit;
  }

  @Override
  public void close() {
    try {
      tokenizer.close();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model can't be closed", e);
    }
  }
}
