package org.credence.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** {@code score} and {@code evaluate}: each needs the name of what is to be told. */
final class SentimentCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  private final String name;

  SentimentCommand(String name) {
    this.name = name;
  }

  @Override
  public Integer call() {
    throw new UsageError(
        "What is to be told is not named",
        "credence %s sentiment is what there is".formatted(name));
  }
}
