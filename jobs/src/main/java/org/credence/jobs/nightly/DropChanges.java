package org.credence.jobs.nightly;

import java.util.Map;

/**
 * How the archive differs from what the last ingest saw.
 *
 * @param bytes in new and changed drops
 */
public record DropChanges(int added, int changed, int gone, long bytes) {

  static DropChanges between(Map<String, DropListing> before, Map<String, DropListing> now) {
    int added = 0;
    int changed = 0;
    long bytes = 0;
    for (Map.Entry<String, DropListing> drop : now.entrySet()) {
      DropListing old = before.get(drop.getKey());
      if (old == null) {
        added++;
      } else if (!old.equals(drop.getValue())) {
        changed++;
      } else {
        continue;
      }
      bytes += drop.getValue().bytes();
    }
    int gone = (int) before.keySet().stream().filter(drop -> !now.containsKey(drop)).count();
    return new DropChanges(added, changed, gone, bytes);
  }

  public boolean none() {
    return added == 0 && changed == 0 && gone == 0;
  }

  /** Such as {@code 2 new drops, 1 changed, 41 kB}. */
  public String summary() {
    StringBuilder text = new StringBuilder(added == 1 ? "1 new drop" : added + " new drops");
    if (changed > 0) {
      text.append(", ").append(changed).append(" changed");
    }
    if (gone > 0) {
      text.append(", ").append(gone).append(" gone");
    }
    return text.append(", ").append(Amounts.bytes(bytes)).toString();
  }
}
