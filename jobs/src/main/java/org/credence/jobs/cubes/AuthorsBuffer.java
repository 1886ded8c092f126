package org.credence.jobs.cubes;

import org.credence.statistics.AuthorSample;
import org.credence.statistics.AuthorSampleBuilder;

/**
 * A sample of authors while Spark collects it, as a bean, so that it travels in its own compact
 * form: public, because Spark generates code that calls it.
 */
public final class AuthorsBuffer {

  private AuthorSampleBuilder people = new AuthorSampleBuilder();

  public byte[] getBytes() {
    return people.build().toBytes();
  }

  public void setBytes(byte[] bytes) {
    people = new AuthorSampleBuilder().add(AuthorSample.fromBytes(bytes));
  }

  AuthorSampleBuilder people() {
    return people;
  }
}
