package org.credence.models;

/**
 * One text that a model learns from.
 *
 * @param label 0 negative, 1 neutral, 2 positive
 * @param weight above 0, 1 for a row that a person labelled
 */
public record TrainingRow(String text, int label, double weight) {}
