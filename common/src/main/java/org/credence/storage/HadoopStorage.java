package org.credence.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/** A folder of a Hadoop file system whose rename is atomic, such as HDFS. */
class HadoopStorage implements Storage {

  private final URI uri;
  private final Configuration hadoop;
  private @Nullable FileSystem opened;

  HadoopStorage(URI uri, Configuration hadoop) {
    this.uri = uri;
    this.hadoop = hadoop;
  }

  @Override
  public URI root() {
    return uri;
  }

  final synchronized FileSystem fileSystem() throws IOException {
    FileSystem known = opened;
    if (known == null) {
      known = FileSystem.get(uri, hadoop);
      opened = known;
    }
    return known;
  }

  final Path path(String key) {
    return key.isEmpty() ? new Path(uri) : new Path(new Path(uri), key);
  }

  @Override
  public List<StoredFile> list(String below) {
    List<StoredFile> files = new ArrayList<>();
    try {
      FileSystem fileSystem = fileSystem();
      RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(path(below), true);
      int prefix = path("").toUri().getPath().length() + 1;
      while (found.hasNext()) {
        FileStatus status = found.next();
        String key = status.getPath().toUri().getPath().substring(prefix);
        files.add(new StoredFile(key, status.getLen(), version(status)));
      }
    } catch (FileNotFoundException e) {
      return files;
    } catch (IOException e) {
      throw StorageFailure.of("list", uri, below, e);
    }
    files.sort(Comparator.comparing(StoredFile::key));
    return files;
  }

  String version(FileStatus status) {
    return String.valueOf(status.getModificationTime());
  }

  @Override
  public Optional<String> read(String key) {
    try (var in = fileSystem().open(path(key))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", uri, key, e);
    }
  }

  @Override
  public void swap(String key, String content) {
    Path temporary = path(key + ".tmp");
    try {
      write(temporary, content, true);
      FileContext.getFileContext(uri, hadoop)
          .rename(temporary, path(key), Options.Rename.OVERWRITE);
    } catch (IOException e) {
      throw StorageFailure.of("write", uri, key, e);
    }
  }

  @Override
  public boolean createIfAbsent(String key, String content) {
    try {
      write(path(key), content, false);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw StorageFailure.of("create", uri, key, e);
    }
  }

  private void write(Path path, String content, boolean overwrite) throws IOException {
    try (OutputStream out = fileSystem().create(path, overwrite)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void copy(String from, String to) {
    try {
      FileSystem fileSystem = fileSystem();
      FileUtil.copy(fileSystem, path(from), fileSystem, path(to), false, true, hadoop);
    } catch (IOException e) {
      throw StorageFailure.of("copy", uri, from, e);
    }
  }

  @Override
  public void move(String from, String to) {
    try {
      FileSystem fileSystem = fileSystem();
      fileSystem.mkdirs(path(to).getParent());
      if (!fileSystem.rename(path(from), path(to))) {
        throw StorageFailure.notFound(from);
      }
    } catch (IOException e) {
      throw StorageFailure.of("move", uri, from, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      fileSystem().delete(path(key), true);
    } catch (IOException e) {
      throw StorageFailure.of("delete", uri, key, e);
    }
  }
}
