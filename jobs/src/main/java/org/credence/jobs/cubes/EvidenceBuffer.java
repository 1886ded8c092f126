package org.credence.jobs.cubes;

import org.credence.statistics.Evidence;
import org.credence.statistics.EvidenceBuilder;

/**
 * Evidence while Spark sums it, as a bean, so that it travels in its own compact form: public,
 * because Spark generates code that calls it.
 */
public final class EvidenceBuffer {

  private EvidenceBuilder sums = new EvidenceBuilder();

  public byte[] getBytes() {
    return sums.build().toBytes();
  }

  public void setBytes(byte[] bytes) {
    sums = new EvidenceBuilder().add(Evidence.fromBytes(bytes));
  }

  EvidenceBuilder sums() {
    return sums;
  }
}
