package org.credence.jobs.cubes;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import scala.Tuple4;

/**
 * Sums weighted posteriors into the bytes of an Evidence. Input: weight, negative, positive in
 * millionths (no evidence when the weight is null), and whether the author is unknown.
 */
final class EvidenceOf
    extends Aggregator<Tuple4<Long, Integer, Integer, Boolean>, EvidenceBuffer, byte[]> {

  private static final long serialVersionUID = 1L;

  static Column of(Column weight, Column negative, Column positive, Column lone) {
    return functions
        .udaf(
            new EvidenceOf(),
            Encoders.tuple(Encoders.LONG(), Encoders.INT(), Encoders.INT(), Encoders.BOOLEAN()))
        .apply(weight, negative, positive, lone);
  }

  @Override
  public EvidenceBuffer zero() {
    return new EvidenceBuffer();
  }

  @Override
  public EvidenceBuffer reduce(
      EvidenceBuffer sums, Tuple4<Long, Integer, Integer, Boolean> mention) {
    if (mention._1() != null) {
      if (mention._4()) {
        sums.sums().addLone(mention._1(), mention._2(), mention._3());
      } else {
        sums.sums().add(mention._1(), mention._2(), mention._3());
      }
    }
    return sums;
  }

  @Override
  public EvidenceBuffer merge(EvidenceBuffer sums, EvidenceBuffer more) {
    sums.sums().add(more.sums());
    return sums;
  }

  @Override
  public byte[] finish(EvidenceBuffer sums) {
    return sums.getBytes();
  }

  @Override
  public Encoder<EvidenceBuffer> bufferEncoder() {
    return Encoders.bean(EvidenceBuffer.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
