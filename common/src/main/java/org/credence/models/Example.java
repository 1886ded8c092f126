package org.credence.models;

/**
 * One text that a {@link TextClassifier} learns from.
 *
 * @param group brand or topic, empty when none is known
 * @param label index of its class
 * @param weight how much it counts, not negative
 */
public record Example(String text, String group, int label, double weight) {

  /** One that weighs 1. */
  public Example(String text, String group, int label) {
    this(text, group, label, 1);
  }
}
