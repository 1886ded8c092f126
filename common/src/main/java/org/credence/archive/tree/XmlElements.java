package org.credence.archive.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.credence.archive.field.Entities;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Elements of an XML document, by the path of their names below the root. An element becomes its
 * attributes and children by name, prefixes included ({@code content:encoded}); several of one name
 * become a list; its text is {@link Node#TEXT}, or the node itself where there is nothing else.
 * Neither a DTD nor anything outside of the file is looked at.
 */
public final class XmlElements implements Trees {

  private static final int DEEPEST = 200;
  private static final int NODE = 48;

  private final XMLStreamReader in;
  private final Selection selection;
  private final long limit;
  private final List<String> above = new ArrayList<>();
  private long held;
  private boolean found;

  /**
   * @throws FileFailure when it is no XML
   */
  public XmlElements(InputStream content, Selection selection, int recordLimit) throws IOException {
    this.selection = selection;
    this.limit = recordLimit;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // Feeds use prefixes that they forget to declare.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // The built-in entities of a long document add up; there are no others without a DTD.
    factory.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", 0);
    try {
      in = factory.createXMLStreamReader(XmlText.of(content));
    } catch (XMLStreamException e) {
      throw new FileFailure(Cause.OTHER_FORMAT, e);
    }
  }

  @Override
  public @Nullable Tree next() throws IOException {
    try {
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            above.add(in.getLocalName());
            if (isRecord()) {
              return record();
            }
          }
          case XMLStreamConstants.END_ELEMENT -> above.remove(above.size() - 1);
          default -> {}
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e);
    }
  }

  private IOException failure(Exception e) {
    Throwable cause = e instanceof XMLStreamException x ? x.getNestedException() : e.getCause();
    return cause instanceof FileFailure below
        ? below
        : new FileFailure(found ? Cause.BROKEN_DOCUMENT : Cause.OTHER_FORMAT, e);
  }

  /**
   * Whether the elements that are open are those of a path: the root has any name, but for a path
   * that begins with an empty step.
   */
  private boolean isRecord() {
    for (List<String> path : selection.records()) {
      boolean rooted = !path.isEmpty() && path.get(0).isEmpty();
      List<String> steps = rooted ? path.subList(1, path.size()) : path;
      int skipped = rooted ? 0 : 1;
      boolean fits = steps.size() == above.size() - skipped;
      for (int i = 0; fits && i < steps.size(); i++) {
        fits = Selection.isStep(steps.get(i), above.get(i + skipped));
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private Tree record() throws XMLStreamException {
    held = 0;
    found = true;
    Node record = element();
    above.remove(above.size() - 1);
    return held > limit ? Tree.broken(Reason.TOO_LONG, record) : Tree.of(record, record);
  }

  /** Reads the element that was opened, to its end. */
  private Node element() throws XMLStreamException {
    Deque<Open> open = new ArrayDeque<>();
    open.push(opened());
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > DEEPEST) {
            throw new XMLStreamException("too deep");
          }
          open.push(opened());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(open, in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            text(open, Entities.decode("&" + in.getLocalName() + ";"));
        case XMLStreamConstants.END_ELEMENT -> {
          Open closed = open.pop();
          Open parent = open.peek();
          if (parent == null) {
            return closed.node();
          }
          if (selection.isWanted(closed.name)) {
            parent.add(closed.name, closed.node());
          } else {
            parent.text.append(closed.text);
          }
        }
        default -> {}
      }
    }
  }

  private void text(Deque<Open> open, String text) {
    held += text.length();
    if (held <= limit) {
      open.element().text.append(text);
    }
  }

  private Open opened() {
    Open element = new Open(in.getLocalName());
    held += NODE;
    for (int i = 0; i < in.getAttributeCount() && held <= limit; i++) {
      String name = attribute(i);
      if (selection.isWanted(name)) {
        held += NODE + in.getAttributeValue(i).length();
        element.add(name, new Node.Leaf(in.getAttributeValue(i)));
      }
    }
    return element;
  }

  private String attribute(int index) {
    String local = in.getAttributeLocalName(index);
    String prefix = in.getAttributePrefix(index);
    boolean whole = prefix == null || prefix.isEmpty() || local.startsWith(prefix + ":");
    return whole ? local : prefix + ":" + local;
  }

  /** An element whose end was not seen yet. */
  private static final class Open {
    private final String name;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    Open(String name) {
      this.name = name;
    }

    void add(String child, Node value) {
      Node before = fields.get(child);
      if (before == null) {
        fields.put(child, value);
      } else if (before instanceof Node.Items items) {
        items.all().add(value);
      } else {
        fields.put(child, new Node.Items(new ArrayList<>(List.of(before, value))));
      }
    }

    Node node() {
      Node.Leaf leaf = new Node.Leaf(text.toString());
      if (fields.isEmpty()) {
        return leaf;
      }
      if (!leaf.value().isBlank()) {
        fields.put(Node.TEXT, leaf);
      }
      return new Node.Fields(fields);
    }
  }
}
