package org.credence.jobs;

/** One step of the night: wiring around a pure transform. Running it again changes nothing. */
public interface Stage {

  /** As on the command line: ingest, train, apply, topics, cubes, report, maintain. */
  String name();

  StageResult run(Night night);
}
