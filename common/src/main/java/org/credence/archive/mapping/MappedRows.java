package org.credence.archive.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.credence.archive.framing.CsvHeader;
import org.credence.archive.framing.CsvMapper;
import org.credence.archive.framing.CsvRow;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Judged;
import org.credence.archive.tree.Node;
import org.credence.archive.tree.Selection;

/** Rows of a CSV file, mapped by the names of their columns in lower case. */
final class MappedRows implements CsvMapper {

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Judge judge;

  /**
   * @throws FileFailure when a column is missing without which this is another file
   */
  MappedRows(CsvHeader header, Mapping mapping, Selection selection, Judge judge)
      throws FileFailure {
    this.judge = judge;
    for (String needed : mapping.columns()) {
      if (!header.has(needed.split("\\s*\\|\\s*"))) {
        throw new FileFailure(Cause.UNKNOWN_HEADER);
      }
    }
    for (String name : selection.names()) {
      if (header.has(name)) {
        columns.put(name, header.find(name));
      }
    }
  }

  @Override
  public void map(CsvRow row, Judged record) {
    Map<String, Node> cells = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          String cell = row.get(column);
          if (cell != null) {
            cells.put(name, new Node.Leaf(cell));
          }
        });
    Node node = new Node.Fields(cells);
    judge.judge(node, node, record);
  }
}
