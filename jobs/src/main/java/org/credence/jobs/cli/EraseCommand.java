package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.ErasureDesk;
import org.credence.jobs.nightly.ErasureDesk.Kind;
import org.credence.jobs.nightly.ErasureDesk.Wanted;
import org.credence.lake.erasure.ErasureRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code erase}: asks for authors and posts to be erased; the next night does it. */
final class EraseCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--platform",
      paramLabel = "P",
      description = "Platform of the source, as in sources.yaml; needed but for --file.")
  private @Nullable String platform;

  @Option(names = "--handle", paramLabel = "H", description = "Handle of an author to erase.")
  private List<String> handles = new ArrayList<>();

  @Option(names = "--author", paramLabel = "ID", description = "Platform id of an author to erase.")
  private List<String> authors = new ArrayList<>();

  @Option(names = "--post", paramLabel = "ID", description = "Platform id of a post to erase.")
  private List<String> posts = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "LIST",
      description = "File of lines platform,handle|author|post,id.")
  private @Nullable Path file;

  private final Console console;

  EraseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Wanted> wanted = new ArrayList<>(named());
    if (file != null) {
      wanted.addAll(new ErasureList(file).read());
    }
    if (wanted.isEmpty()) {
      throw new UsageError(
          "There is nothing to erase", "none of --handle, --author, --post and --file is given");
    }
    ErasureRequest request = new ErasureDesk(global.settings(), System.getenv()).request(wanted);
    return answer(request).print("erase", global.json(), console.out());
  }

  private List<Wanted> named() {
    List<Wanted> named = new ArrayList<>();
    Map<Kind, List<String>> given = new LinkedHashMap<>();
    given.put(Kind.HANDLE, handles);
    given.put(Kind.AUTHOR, authors);
    given.put(Kind.POST, posts);
    for (Map.Entry<Kind, List<String>> kind : given.entrySet()) {
      for (String id : kind.getValue()) {
        if (platform == null || platform.isBlank()) {
          throw new UsageError("Can't tell whom to erase", "--platform is not given");
        }
        named.add(new Wanted(platform, kind.getKey(), id));
      }
    }
    return named;
  }

  private static Answer answer(ErasureRequest request) {
    String lines =
        "Request %s: %s, %s. The next night takes them out of tables and cubes,"
                .formatted(
                    request.id(),
                    counted(request.authors(), "author"),
                    counted(request.posts(), "post"))
            + " and its upkeep out of every file.";
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", request.id());
    fields.put("authors", request.authors());
    fields.put("posts", request.posts());
    return Answer.ok("requested", lines, fields);
  }

  private static String counted(long count, String what) {
    return count + " " + (count == 1 ? what : what + "s");
  }
}
