package org.credence.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Small label files whose words tell the label, most of the time. */
final class Corpora {

  static final String HEADER = "id\tlanguage\tgroup\ttext\tlabel\n";

  private static final String[] WORDS = {
    "lousy broken angry", "table meeting report", "lovely great happy"
  };
  static final String[] LABELS = {"negative", "neutral", "positive"};

  private Corpora() {}

  /**
   * Groups of 60 rows whose mixes differ.
   *
   * @param firstGroup number of the first group
   */
  static Path write(Path file, int firstGroup, int groups, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int group = firstGroup; group < firstGroup + groups; group++) {
      double negative = 0.15 + 0.1 * (group % 6);
      for (int i = 0; i < 60; i++) {
        double draw = random.nextDouble();
        int label = draw < negative ? 0 : draw < negative + 0.2 ? 1 : 2;
        int said = random.nextInt(5) == 0 ? random.nextInt(3) : label;
        String[] words = WORDS[said].split(" ", -1);
        rows.append(
            "%d\ten\tbrand%d\tthe %s and %s thing %d\t%s\n"
                .formatted(
                    1000 * group + i,
                    group,
                    words[random.nextInt(3)],
                    words[random.nextInt(3)],
                    random.nextInt(50),
                    LABELS[label]));
      }
    }
    return Files.writeString(file, rows);
  }
}
