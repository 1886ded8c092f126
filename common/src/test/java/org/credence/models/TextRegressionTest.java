package org.credence.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.credence.text.Features;
import org.junit.jupiter.api.Test;

class TextRegressionTest {

  private static final List<String> CLASSES = List.of("fruit", "metal", "tree", "void");

  @Test
  void tellsAnyNumberOfClasses() {
    TextClassifier model = regression(false).fit();

    assertThat(model.posterior(new Features(), "an apple and a pear", ""))
        .satisfies(p -> assertThat(p[0]).isGreaterThan(.5))
        .satisfies(p -> assertThat(p[0] + p[1] + p[2] + p[3]).isCloseTo(1, within(1e-12)));
    assertThat(model.posterior(new Features(), "iron, all iron", "")[1]).isGreaterThan(.5);
  }

  /** "hot" is good for the one group and bad for the other. */
  @Test
  void crossedWordsMeanWhatTheyMeanForTheirGroup() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example("so hot " + i, "soup", 1));
      examples.add(new Example("so cold " + i, "soup", 0));
      examples.add(new Example("so hot " + i, "phone", 0));
      examples.add(new Example("so cold " + i, "phone", 1));
    }
    TextClassifier model =
        new TextRegression(
                "en", List.of("bad", "good"), examples, new TextRegression.Settings(10, .3, true))
            .fit();

    assertThat(model.posterior(new Features(), "so hot", "soup")[1]).isGreaterThan(.6);
    assertThat(model.posterior(new Features(), "so hot", "phone")[1]).isLessThan(.4);
    assertThat(model.posterior(new Features(), "so hot", "never seen")[1])
        .isCloseTo(.5, within(.05));
  }

  /** A handle that every post names has an idf of 0, and a post may hold nothing else. */
  @Test
  void aPostOfNothingButWhatAllPostsHaveIsTold() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example("@brand good", "", 1));
      examples.add(new Example("@brand bad", "", 0));
    }
    examples.add(new Example("@brand", "", 0));
    TextClassifier model =
        new TextRegression(
                "en", List.of("bad", "good"), examples, new TextRegression.Settings(10, .3, false))
            .fit();

    assertThat(model.posterior(new Features(), "@brand", "")[0]).isBetween(.3, .99);
    assertThat(model.posterior(new Features(), "@brand good", "")[1]).isGreaterThan(.6);
  }

  @Test
  void heldOutRowsAreToldByTheOthers() {
    BitSet held = new BitSet();
    held.set(2);
    held.set(5);

    double[][] posteriors = regression(false).heldOut(held);

    assertThat(posteriors.length).isEqualTo(2);
    assertThat(posteriors[0][2])
        .isLessThan(
            regression(false).fit().posterior(new Features(), examples().get(2).text(), "")[2]);
  }

  @Test
  void aFileHoldsTheWholeModel() throws IOException {
    TextClassifier model = regression(true).fit();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TextClassifierFile.write(model, out);

    TextClassifier read = TextClassifierFile.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(read.classes()).isEqualTo(CLASSES);
    assertThat(read.posterior(new Features(), "a pear of iron", "b"))
        .containsExactly(model.posterior(new Features(), "a pear of iron", "b"));
    assertThatThrownBy(() -> TextClassifierFile.read(new ByteArrayInputStream(new byte[90])))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> TextClassifierFile.read(new ByteArrayInputStream(out.toByteArray(), 0, 200)))
        .hasMessage("it ends too early");
  }

  private static TextRegression regression(boolean groups) {
    return new TextRegression(
        "en", CLASSES, examples(), new TextRegression.Settings(10, .3, groups));
  }

  private static List<Example> examples() {
    String[] texts = {"apple pear", "iron copper", "oak birch", "nothing"};
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      examples.add(new Example(texts[i % 4] + " " + i % 7, i % 2 == 0 ? "a" : "b", i % 4));
    }
    return examples;
  }
}
