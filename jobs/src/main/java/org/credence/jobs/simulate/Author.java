package org.credence.jobs.simulate;

import java.util.Optional;

/**
 * Who wrote a post.
 *
 * @param key unique over all platforms of the simulation
 * @param id the platform's number or name
 * @param handle screen name
 * @param lean own view of the world, -1 (grumpy) to 1 (cheerful)
 * @param voiceOf the firm whose own account this is
 */
record Author(
    long key,
    String id,
    String handle,
    String name,
    int followers,
    boolean verified,
    double lean,
    Optional<Firm> voiceOf) {}
