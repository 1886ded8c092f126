package org.credence.jobs.nightly;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a stage is expected to take.
 *
 * @param posts that it reads, where that can be told
 * @param bytes of the archive behind them
 * @param seconds of wall time, nothing when no earlier run tells
 * @param basis the earlier run that the time rests on, in words; empty for none
 */
public record Cost(
    Step step, OptionalLong posts, OptionalLong bytes, OptionalDouble seconds, String basis) {}
