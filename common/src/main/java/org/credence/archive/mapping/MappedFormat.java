package org.credence.archive.mapping;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.framing.CsvRecords;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;
import org.credence.archive.tree.JsonText;
import org.credence.archive.tree.Selection;
import org.credence.archive.tree.XmlElements;

/** A format that a mapping file describes. */
public final class MappedFormat implements RecordFormat {

  private final Mapping mapping;
  private final Selection selection;

  /**
   * @param format name for sources.yaml
   * @param mapping text of the mapping file
   * @throws org.credence.settings.Refusal when it is none
   */
  public MappedFormat(String format, String mapping) {
    this.mapping = MappingFile.read(format, mapping);
    this.selection = this.mapping.selection();
  }

  @Override
  public String id() {
    return mapping.format();
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) throws IOException {
    Judge judge = new Judge(mapping, file);
    return switch (mapping.framing()) {
      case CSV ->
          new CsvRecords(file, in, header -> new MappedRows(header, mapping, selection, judge));
      case JSON ->
          new MappedTrees(
              JsonText.open(new BufferedInputStream(in), selection, file.recordLimit()), judge);
      case XML -> new MappedTrees(new XmlElements(in, selection, file.recordLimit()), judge);
    };
  }
}
