package org.credence.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.credence.archive.record.Authors;

/** Keyed hashes of one platform; remembers who wrote last, since the same people write again. */
final class KeyedAuthors implements Authors {

  private static final int REMEMBERED = 1 << 14;

  private final AuthorKey key;
  private final String platform;
  private final Map<String, String> ids = new Recent<>();
  private final Map<String, String> handles = new Recent<>();
  private final Map<String, List<String>> marks = new Recent<>();

  KeyedAuthors(AuthorKey key, String platform) {
    this.key = key;
    this.platform = platform;
  }

  @Override
  public String author(String id) {
    String hash = ids.computeIfAbsent(id, unknown -> key.author(platform, unknown));
    return marked(hash, () -> key.authorMarks(platform, id));
  }

  @Override
  public String handle(String handle) {
    String hash = handles.computeIfAbsent(handle, unknown -> key.handle(platform, unknown));
    return marked(hash, () -> key.handleMarks(platform, handle));
  }

  private String marked(String hash, Supplier<List<String>> made) {
    if (key.size() > 1) {
      marks.computeIfAbsent(hash, unknown -> made.get());
    }
    return hash;
  }

  @Override
  public List<String> marks(String hash) {
    return marks.getOrDefault(hash, List.of());
  }

  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(REMEMBERED, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
