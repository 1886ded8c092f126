package org.credence.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of the local disk, by java.nio: Hadoop's local file system can neither swap nor create
 * atomically.
 */
final class LocalStorage implements Storage {

  private final URI uri;
  private final Path folder;

  LocalStorage(URI uri) {
    this.uri = uri;
    this.folder = Path.of(uri.getPath());
  }

  @Override
  public URI root() {
    return uri;
  }

  /** Follows links, as an archive may be made of them; one that leads nowhere is listed too. */
  @Override
  public List<StoredFile> list(String below) {
    Path start = folder.resolve(below);
    List<StoredFile> files = new ArrayList<>();
    if (!Files.exists(start)) {
      return files;
    }
    try {
      Files.walkFileTree(
          start, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(files));
    } catch (FileSystemException e) {
      String file = e.getFile();
      throw StorageFailure.of("list", uri, file == null ? below : key(Path.of(file)), e);
    } catch (IOException e) {
      throw StorageFailure.of("list", uri, below, e);
    }
    files.sort(Comparator.comparing(StoredFile::key));
    return files;
  }

  @Override
  public Optional<String> read(String key) {
    try {
      return Optional.of(Files.readString(folder.resolve(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFailure.of("read", uri, key, e);
    }
  }

  @Override
  public void swap(String key, String content) {
    try {
      // Not REPLACE_EXISTING: that deletes first, and a reader could find nothing.
      Files.move(finished(key, content), folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw StorageFailure.of("write", uri, key, e);
    }
  }

  @Override
  public boolean createIfAbsent(String key, String content) {
    try {
      Path finished = finished(key, content);
      try {
        Files.createLink(folder.resolve(key), finished);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.delete(finished);
      }
    } catch (IOException e) {
      throw StorageFailure.of("create", uri, key, e);
    }
  }

  @Override
  public void copy(String from, String to) {
    Path target = folder.resolve(to);
    try {
      Files.createDirectories(parent(target));
      Files.deleteIfExists(target);
      try {
        Files.createLink(target, folder.resolve(from));
      } catch (UnsupportedOperationException e) {
        Files.copy(folder.resolve(from), target);
      }
    } catch (IOException e) {
      throw StorageFailure.of("copy", uri, from, e);
    }
  }

  @Override
  public void move(String from, String to) {
    Path target = folder.resolve(to);
    try {
      Files.createDirectories(parent(target));
      Files.move(folder.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw StorageFailure.of("move", uri, from, e);
    }
  }

  @Override
  public void delete(String key) {
    Path start = folder.resolve(key);
    if (!Files.exists(start, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(start, new Deletion());
    } catch (IOException e) {
      throw StorageFailure.of("delete", uri, key, e);
    }
  }

  private String key(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private Path finished(String key, String content) throws IOException {
    Path directory = parent(folder.resolve(key));
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, ".", ".tmp");
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return temporary;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<StoredFile> files;

    Collector(List<StoredFile> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
        String version = String.valueOf(attributes.lastModifiedTime().toMillis());
        files.add(new StoredFile(key(file), attributes.size(), version));
      }
      return FileVisitResult.CONTINUE;
    }

    /** What goes away meanwhile is not there, and a circle of links holds nothing new. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException || failure instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
