package org.credence.jobs.cubes;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.credence.statistics.AuthorSample;
import scala.Tuple5;

/**
 * Samples the people behind mentions into the bytes of an AuthorSample. Input: author key (nobody
 * when null), acts, and weight, negative, positive in millionths (no voice when the weight is
 * null).
 */
final class AuthorsOf
    extends Aggregator<Tuple5<String, Integer, Long, Integer, Integer>, AuthorsBuffer, byte[]> {

  private static final long serialVersionUID = 1L;

  static Column of(Column author, Column acts, Column weight, Column negative, Column positive) {
    return functions
        .udaf(
            new AuthorsOf(),
            Encoders.tuple(
                Encoders.STRING(), Encoders.INT(), Encoders.LONG(), Encoders.INT(), Encoders.INT()))
        .apply(author, acts, weight, negative, positive);
  }

  @Override
  public AuthorsBuffer zero() {
    return new AuthorsBuffer();
  }

  @Override
  public AuthorsBuffer reduce(
      AuthorsBuffer people, Tuple5<String, Integer, Long, Integer, Integer> mention) {
    if (mention._1() != null) {
      long author = AuthorSample.hash(mention._1());
      if (mention._3() == null) {
        people.people().add(author, mention._2());
      } else {
        people.people().add(author, mention._2(), mention._3(), mention._4(), mention._5());
      }
    }
    return people;
  }

  @Override
  public AuthorsBuffer merge(AuthorsBuffer people, AuthorsBuffer more) {
    people.people().add(more.people());
    return people;
  }

  @Override
  public byte[] finish(AuthorsBuffer people) {
    return people.getBytes();
  }

  @Override
  public Encoder<AuthorsBuffer> bufferEncoder() {
    return Encoders.bean(AuthorsBuffer.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
