package org.credence.jobs.s3;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A real S3 server (S3Proxy) in this process that checks signatures. It has a class loader of its
 * own: it needs a newer servlet API and AWS SDK than Spark and S3A.
 */
public final class S3Server implements AutoCloseable {

  public static final String KEY = "credence-test";
  public static final String SECRET = "not-a-secret-but-checked";
  public static final String BUCKET = "credence";

  private final Object proxy;
  private final int port;

  private S3Server(Object proxy, int port) {
    this.proxy = proxy;
    this.port = port;
  }

  /**
   * @param data folder whose sub-folders are the buckets
   */
  public static S3Server start(Path data) throws Exception {
    return start(data, Optional.empty());
  }

  /**
   * @param requests is told of each request when it is over: its method and path
   */
  public static S3Server start(Path data, Consumer<String> requests) throws Exception {
    return start(data, Optional.of(requests));
  }

  private static S3Server start(Path data, Optional<Consumer<String>> requests) throws Exception {
    Files.createDirectories(data.resolve(BUCKET));
    URLClassLoader loader =
        new URLClassLoader(jars().toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Properties properties = new Properties();
      properties.setProperty("jclouds.filesystem.basedir", data.toString());
      properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
      properties.setProperty("s3proxy.authorization", "aws-v4");
      properties.setProperty("s3proxy.identity", KEY);
      properties.setProperty("s3proxy.credential", SECRET);
      Object store =
          loader
              .loadClass("org.gaul.s3proxy.BlobStores")
              .getMethod("create", String.class, Properties.class)
              .invoke(null, "filesystem-nio2", properties);
      Class<?> builderClass = loader.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
      Object builder =
          builderClass.getMethod("fromProperties", Properties.class).invoke(null, properties);
      builderClass
          .getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
          .invoke(builder, store);
      Object proxy = builderClass.getMethod("build").invoke(builder);
      if (requests.isPresent()) {
        tell(proxy, requests.get(), loader);
      }
      proxy.getClass().getMethod("start").invoke(proxy);
      return new S3Server(proxy, (int) proxy.getClass().getMethod("getPort").invoke(proxy));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Through the request log of the web server inside. */
  private static void tell(Object proxy, Consumer<String> requests, ClassLoader loader)
      throws ReflectiveOperationException {
    String jetty = "org.gaul.shaded.org.eclipse.jetty.server.";
    Class<?> log = loader.loadClass(jetty + "RequestLog");
    Class<?> writer = loader.loadClass(jetty + "RequestLog$Writer");
    Object told =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {writer},
            (any, method, arguments) -> {
              requests.accept(String.valueOf(arguments[0]));
              return null;
            });
    Object lines =
        loader
            .loadClass(jetty + "CustomRequestLog")
            .getConstructor(writer, String.class)
            .newInstance(told, "%m %U");
    Field server = proxy.getClass().getDeclaredField("server");
    server.setAccessible(true);
    server.getType().getMethod("setRequestLog", log).invoke(server.get(proxy), lines);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** S3A properties without the prefix {@code spark.hadoop.}. */
  public Map<String, String> properties(String secret) {
    return properties(secret, endpoint());
  }

  /**
   * @param endpoint by which the server is reached
   */
  public static Map<String, String> properties(String secret, String endpoint) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("fs.s3a.endpoint", endpoint);
    properties.put("fs.s3a.endpoint.region", "us-east-1");
    properties.put("fs.s3a.path.style.access", "true");
    properties.put("fs.s3a.connection.ssl.enabled", "false");
    properties.put(
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
    properties.put("fs.s3a.access.key", KEY);
    properties.put("fs.s3a.secret.key", secret);
    // The defaults retry for minutes.
    properties.put("fs.s3a.attempts.maximum", "2");
    properties.put("fs.s3a.retry.limit", "2");
    return properties;
  }

  @Override
  public void close() throws Exception {
    proxy.getClass().getMethod("stop").invoke(proxy);
  }

  private static List<URL> jars() throws IOException {
    Path folder = Path.of("src/test/s3proxy/target/lib");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder.toAbsolutePath() + " is absent: build from the root (mvn verify)");
    }
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls;
  }
}
