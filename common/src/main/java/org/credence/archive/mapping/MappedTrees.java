package org.credence.archive.mapping;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.credence.archive.record.RecordReader;
import org.credence.archive.tree.Tree;
import org.credence.archive.tree.Trees;
import org.jspecify.annotations.Nullable;

/** Records of JSON and XML. A file that begins with many that are none of the format is refused. */
final class MappedTrees implements RecordReader {

  /** Records that are looked at before a file is refused. */
  private static final int PATIENCE = 20;

  private final Trees trees;
  private final Judge judge;
  private final Queue<Tree> ahead = new ArrayDeque<>();
  private @Nullable IOException failure;
  private boolean begun;

  MappedTrees(Trees trees, Judge judge) {
    this.trees = trees;
    this.judge = judge;
  }

  @Override
  public boolean next(Judged record) throws IOException {
    if (!begun) {
      begun = true;
      lookAhead();
    }
    Tree tree = ahead.poll();
    if (tree == null && failure != null) {
      throw failure;
    }
    tree = tree == null ? trees.next() : tree;
    if (tree == null) {
      return false;
    }
    record.begin(tree.shown());
    Reason broken = tree.broken();
    if (broken == null) {
      judge.judge(tree.record(), tree.document(), record);
    } else if (broken == Reason.NO_RECORDS) {
      record.outOfScope(broken);
    } else {
      record.reject(broken);
    }
    return true;
  }

  /** Reads until a record is known; mostly that is the first. */
  private void lookAhead() throws IOException {
    boolean known = false;
    try {
      Tree tree = trees.next();
      while (tree != null) {
        ahead.add(tree);
        known = knows(tree);
        tree = known || ahead.size() == PATIENCE ? null : trees.next();
      }
    } catch (FileFailure e) {
      if (ahead.isEmpty()) {
        throw e;
      }
      failure = e;
    }
    if (!known && !ahead.isEmpty()) {
      throw new FileFailure(Cause.OTHER_FORMAT);
    }
  }

  private boolean knows(Tree tree) {
    return tree.broken() == null
        ? judge.knows(tree.record(), tree.document())
        : tree.broken() == Reason.NO_RECORDS;
  }
}
