package org.credence.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.credence.archive.record.Authors;

/** Keyed hashes of one platform; remembers who wrote last, since the same people write again. */
final class KeyedAuthors implements Authors {

  private static final int REMEMBERED = 1 << 14;

  private final AuthorKey key;
  private final String platform;
  private final Map<String, String> ids = new Recent();
  private final Map<String, String> handles = new Recent();

  KeyedAuthors(AuthorKey key, String platform) {
    this.key = key;
    this.platform = platform;
  }

  @Override
  public String author(String id) {
    return ids.computeIfAbsent(id, unknown -> key.author(platform, unknown));
  }

  @Override
  public String handle(String handle) {
    return handles.computeIfAbsent(handle, unknown -> key.handle(platform, unknown));
  }

  private static final class Recent extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(REMEMBERED, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > REMEMBERED;
    }
  }
}
