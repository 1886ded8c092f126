package org.credence.models;

/**
 * One text that a {@link TextClassifier} learns from.
 *
 * @param group brand or topic, empty when none is known
 * @param label index of its class
 */
public record Example(String text, String group, int label) {}
