package org.credence.cubes;

import java.util.List;

/**
 * An audit that failed and in spite of which a person let an edition be published.
 *
 * @param audit its name
 * @param reason as that person typed it
 * @param broken what was found, a sentence each
 */
public record AcceptedAudit(String audit, String reason, List<Words> broken) {
  public AcceptedAudit {
    broken = List.copyOf(broken);
  }
}
