package org.credence.archive.mapping;

import java.util.List;
import java.util.function.BiFunction;
import org.credence.archive.record.Authors;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.credence.archive.tree.Node;
import org.jspecify.annotations.Nullable;

/** Applies the rules of a mapping to records. */
final class Judge {

  /** Posts that one record may have; comment trees beyond are cut. */
  private static final int MOST = 100_000;

  /** Reason of records that say whose an export is. */
  private static final String OWNER = "owner";

  private final Mapping mapping;
  private final FileContext file;
  private final Joins joins = new Joins();

  Judge(Mapping mapping, FileContext file) {
    this.mapping = mapping;
    this.file = file;
  }

  /** Gives the record its verdict and its posts. */
  void judge(Node node, Node document, Judged record) {
    if (!first(mapping.rules(), scope(node, document), record)) {
      record.reject(Reason.UNKNOWN_SHAPE);
    }
  }

  /** Whether a rule knows the record. */
  boolean knows(Node node, Node document) {
    return first(mapping.rules(), scope(node, document), new Judged());
  }

  private Scope scope(Node node, Node document) {
    return new Scope(node, null, document, joins.of(document), file);
  }

  private boolean first(List<Rule> rules, Scope scope, Judged record) {
    for (Rule rule : rules) {
      if (rule.when().holds(scope)) {
        return apply(rule, scope, record);
      }
    }
    return false;
  }

  private boolean apply(Rule rule, Scope scope, Judged record) {
    Rule.Outcome outcome = rule.outcome();
    if (outcome instanceof Rule.Outcome.Use use) {
      return use(use.below(), scope, record);
    }
    if (outcome instanceof Rule.Outcome.Post post) {
      post.fields().fill(scope, record.addPost());
      below(rule, scope, record);
    } else if (outcome instanceof Rule.Outcome.Notice notice && notice.scrubs()) {
      record.scrub(
          notice.kind(), text(notice.scrubsAuthor(), scope), text(notice.scrubsPost(), scope));
    } else if (outcome instanceof Rule.Outcome.Notice notice) {
      record.notice(
          notice.kind(), text(notice.erasesPost(), scope), text(notice.erasesAuthor(), scope));
    } else if (outcome instanceof Rule.Outcome.Owner owner) {
      file.owner()
          .is(
              key(owner.author(), scope, Authors::author),
              key(owner.handle(), scope, Authors::handle));
      record.outOfScope(OWNER);
    } else if (outcome instanceof Rule.Outcome.OutOfScope out) {
      record.outOfScope(out.reason());
    } else if (outcome instanceof Rule.Outcome.Reject reject) {
      record.reject(reject.reason());
    }
    return true;
  }

  private static @Nullable String text(@Nullable Expression expression, Scope scope) {
    return expression == null ? null : expression.text(scope);
  }

  private @Nullable String key(
      @Nullable Expression name, Scope scope, BiFunction<Authors, String, String> hash) {
    String given = text(name, scope);
    return given == null ? null : hash.apply(file.authors(), given.strip());
  }

  private boolean use(Rule.Below below, Scope scope, Judged record) {
    Node found = below.in().find(scope);
    return found != null
        && first(
            mapping.nested().getOrDefault(below.use(), List.of()),
            found == scope.node() ? scope : scope.below(found),
            record);
  }

  private void below(Rule rule, Scope scope, Judged record) {
    for (Rule.Below below : rule.below()) {
      Node found = below.in().find(scope);
      if (found != null) {
        for (Node item : found.items()) {
          hang(mapping.nested().getOrDefault(below.use(), List.of()), scope.below(item), record);
        }
      }
    }
  }

  /** Only posts hang on posts: what else lies there has no account of its own. */
  private void hang(List<Rule> rules, Scope scope, Judged record) {
    for (Rule rule : rules) {
      if (rule.when().holds(scope)) {
        hang(rule, scope, record);
        return;
      }
    }
  }

  private void hang(Rule rule, Scope scope, Judged record) {
    if (rule.outcome() instanceof Rule.Outcome.Use use) {
      Node found = use.below().in().find(scope);
      if (found != null) {
        hang(
            mapping.nested().getOrDefault(use.below().use(), List.of()),
            scope.below(found),
            record);
      }
    } else if (rule.outcome() instanceof Rule.Outcome.Post && record.posts() < MOST) {
      apply(rule, scope, record);
    }
  }
}
