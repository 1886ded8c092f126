package org.credence.lake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.spark.SparkCatalog;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NamespaceAlreadyExistsException;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Iceberg's catalog for Spark, of which every commit passes a fence at the last moment: a write may
 * take minutes, and a run that was frozen meanwhile has lost the lake to another when it wakes up.
 *
 * <p>Made by Spark, by name and without arguments, once a session.
 */
public final class FencedCatalog extends SparkCatalog {

  private volatile Fence fence = Fence.OPEN;

  /** Puts a fence before all further commits of a session, where its catalog is a fenced one. */
  static void guard(SparkSession spark, String catalog, Fence fence) {
    if (spark.sessionState().catalogManager().catalog(catalog) instanceof FencedCatalog fenced) {
      fenced.fence = fence;
    }
  }

  @Override
  protected Catalog buildIcebergCatalog(String name, CaseInsensitiveStringMap options) {
    Catalog catalog = super.buildIcebergCatalog(name, options);
    return (Catalog)
        Proxy.newProxyInstance(
            Catalog.class.getClassLoader(),
            interfaces(catalog),
            (proxy, method, arguments) -> {
              try {
                return fenced(method.invoke(catalog, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Without the owner that Spark adds: a catalog in folders has no place for it. */
  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata)
      throws NamespaceAlreadyExistsException {
    super.createNamespace(namespace, Map.of());
  }

  /** Catalogs differ in what they are besides, such as one of namespaces or of views. */
  private static Class<?>[] interfaces(Catalog catalog) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> type = catalog.getClass(); type != null; type = type.getSuperclass()) {
      all.addAll(List.of(type.getInterfaces()));
    }
    return all.toArray(Class<?>[]::new);
  }

  private Object fenced(Object answer) {
    return answer instanceof BaseTable table
        ? new BaseTable(
            new FencedOperations(table.operations(), () -> fence.check()),
            table.name(),
            table.reporter())
        : answer;
  }
}
