"""Public labelled sets as tables of id, language, group, text, label, split into folds of our own.

    labelled_sets.py DATA OUT     DATA: the folder with labelled/ and archives/

Rows fall into folds by a digest of their text, topics by one of their name: the same rows every time, and
copies of a text together. Official test sets are never read.
"""

import argparse
import collections
import csv
import dataclasses
import datetime as dt
import gzip
import hashlib
import json
import pathlib
import random
from collections.abc import Callable, Iterable, Iterator

HEADER = ("id", "language", "group", "text", "label")
CLASSES = ("negative", "neutral", "positive")
LANGUAGES = {"french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt"}
TOPIC_FOLDS = 3
AUDITED = 100
AUDITS = 3
SIZES = (20, 50, 100, 200, 500, 2000)


@dataclasses.dataclass(frozen=True)
class Row:
    id: str
    language: str
    group: str
    text: str
    label: str
    time: int = 0

    @property
    def month(self) -> str:
        return f"{dt.datetime.fromtimestamp(self.time, dt.UTC):%Y-%m}"


Cell = tuple[str, list[Row]]


def fold(key: str, folds: int) -> int:
    return int(hashlib.md5(key.encode()).hexdigest()[:8], 16) % folds


def flat(text: str) -> str:
    return " ".join(text.split())


def write(path: pathlib.Path, cells: Iterable[Cell], name: str = "cell") -> None:
    """One table; the name of a row's cell stands in a column of its own."""
    with path.open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow((*HEADER, name))
        for cell, rows in cells:
            for row in rows:
                if row.text:
                    table.writerow((row.id, row.language, row.group, row.text, row.label, cell))


def plain(path: pathlib.Path, rows: Iterable[Row]) -> None:
    write(path, [("", list(rows))])


def split(out: pathlib.Path, name: str, rows: list[Row], held: Callable[[Row], bool]) -> None:
    plain(out / f"{name}-train.csv", [row for row in rows if not held(row)])
    plain(out / f"{name}-test.csv", [row for row in rows if held(row)])


def lines(path: pathlib.Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as table:
        for line in table:
            yield line.rstrip("\n").split("\t")


def records(path: pathlib.Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as table:
        yield from csv.DictReader(table)


def english(labelled: pathlib.Path) -> list[Row]:
    return [
        Row(cells[0], "en", "", flat(cells[2]), cells[1])
        for cells in lines(labelled / "en-semeval2017-train.tsv.gz")
    ]


def other_language(labelled: pathlib.Path, name: str, part: str) -> list[Row]:
    folder = labelled / f"xlmt-{name}"
    texts = (folder / f"{part}_text.txt").read_text("utf-8").split("\n")
    labels = (folder / f"{part}_labels.txt").read_text("utf-8").split()
    code = LANGUAGES[name]
    return [
        Row(f"{part}{i}", code, "", flat(text), CLASSES[int(label)])
        for i, (text, label) in enumerate(zip(texts, labels, strict=False))
    ]


def topics(labelled: pathlib.Path) -> list[Row]:
    return [
        Row(cells[0], "en", cells[1].lower(), flat(cells[3]), cells[2])
        for cells in lines(labelled / "en-semeval-topic-sentiment-train.tsv.gz")
        if len(cells) >= 4 and cells[2] in ("positive", "negative")
    ]


def by_group(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = collections.defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return dict(sorted(groups.items()))


def of_size(rows: Iterable[Row]) -> list[Cell]:
    """Topics of the sizes of SemEval-2017 D, 14 to 91 posts, drawn from what is there."""
    source = random.Random(1)
    return [
        (name, source.sample(group, min(len(group), 91)))
        for name, group in by_group(rows).items()
        if len(group) >= 14
    ]


def redrawn(rows: Iterable[Row]) -> list[Cell]:
    """The same with mixes that are 40% positive in the mean, as in SemEval-2017 D, and spread as in training.

    No post is drawn twice; a topic that has too few of a class for 14 posts is left out. Few topics have many
    negative posts, so shares are drawn with a mean of 30% for 40% to be left.
    """
    source = random.Random(2)
    cells = []
    for name, group in by_group(rows).items():
        share = source.betavariate(0.3 * 1.7, 0.7 * 1.7)
        sides = {side: [row for row in group if row.label == side] for side in ("positive", "negative")}
        room = (
            len(sides["positive"]) / max(share, 1e-9),
            len(sides["negative"]) / max(1 - share, 1e-9),
        )
        n = int(min(91, *room))
        positive = min(round(share * n), len(sides["positive"]))
        negative = min(n - positive, len(sides["negative"]))
        if positive + negative >= 14:
            drawn = source.sample(sides["positive"], positive) + source.sample(sides["negative"], negative)
            cells.append((name, drawn))
    return cells


def audits(cells: list[Cell], seed: int) -> tuple[list[Row], list[Cell]]:
    """A hundred posts of all topics together, and the topics without them."""
    everything = [(name, row) for name, rows in cells for row in rows]
    chosen = set(random.Random(seed).sample(range(len(everything)), AUDITED))
    audited = [row for i, (_, row) in enumerate(everything) if i in chosen]
    rest: dict[str, list[Row]] = collections.defaultdict(list)
    for i, (name, row) in enumerate(everything):
        if i not in chosen:
            rest[name].append(row)
    return audited, list(rest.items())


def write_topics(out: pathlib.Path, rows: list[Row]) -> None:
    for k in range(TOPIC_FOLDS):
        held = [row for row in rows if fold(row.group, TOPIC_FOLDS) == k]
        plain(out / f"topics{k}-train.csv", [row for row in rows if fold(row.group, TOPIC_FOLDS) != k])
        for mix, cells in (("natural", of_size(held)), ("redrawn", redrawn(held))):
            write(out / f"topics{k}-{mix}.csv", cells)
            for seed in range(AUDITS):
                audited, rest = audits(cells, seed)
                plain(out / f"topics{k}-{mix}-audit{seed}.csv", audited)
                write(out / f"topics{k}-{mix}-rest{seed}.csv", rest)


def reputation(data: pathlib.Path) -> list[Row]:
    rows = []
    with gzip.open(data / "archives/replab2013/training.ndjson.gz", "rt", encoding="utf-8") as posts:
        for line in posts:
            post = json.loads(line)
            label = (post.get("polarity") or "").lower()
            if label in CLASSES and post.get("text") and post.get("timestamp"):
                text, time = flat(post["text"]), int(post["timestamp"])
                rows.append(Row(post["tweet_id"], "en", post["entity_id"], text, label, time))
    return rows


def write_reputation(out: pathlib.Path, rows: list[Row]) -> None:
    """The first 60% of each brand by time to learn from, the last 40% to measure on."""
    early: list[Row] = []
    late: dict[str, list[Row]] = {}
    for brand, posts in by_group(rows).items():
        posts.sort(key=lambda row: row.time)
        cut = int(0.6 * len(posts))
        early += posts[:cut]
        late[brand] = posts[cut:]
    plain(out / "reputation-train.csv", early)
    write(out / "reputation-brand.csv", late.items())
    months: dict[str, list[Row]] = collections.defaultdict(list)
    for brand, posts in late.items():
        for row in posts:
            months[f"{brand} {row.month}"].append(row)
    write(out / "reputation-month.csv", [(cell, posts) for cell, posts in months.items() if len(posts) >= 20])
    source = random.Random(3)
    for size in SIZES:
        cells = [
            (f"{brand} {size}", source.sample(posts, size))
            for brand, posts in late.items()
            if len(posts) >= size
        ]
        if cells:
            write(out / f"reputation-n{size}.csv", cells)


def write_small(labelled: pathlib.Path, out: pathlib.Path) -> None:
    """Three sets of other labels, 30% held out by text."""
    messages = [
        Row(r["_unit_id"], "en", r["screenname"], flat(r["text"]), r["category"].lower())
        for r in records(labelled / "en-corporate-messaging-train.csv.gz")
    ]
    complaints = [
        Row(r["tweet_id"], "en", "", flat(r["text"]), "complaint" if r["is_complaint"] == "1" else "other")
        for r in records(labelled / "en-complaints-train.csv.gz")
    ]
    airline = [
        Row(r["tweet_id"], "en", r["airline"], flat(r["text"]), r["airline_sentiment"])
        for r in records(labelled / "en-us-airline-train.csv.gz")
    ]
    for name, rows in (("messages", messages), ("complaints", complaints), ("airline", airline)):
        split(out, name, rows, lambda row: fold(row.text, 10) < 3)


def convert(data: pathlib.Path, out: pathlib.Path) -> None:
    labelled = data / "labelled"
    out.mkdir(parents=True, exist_ok=True)
    split(out, "english", english(labelled), lambda row: fold(row.text, 5) == 0)
    for name, code in LANGUAGES.items():
        plain(out / f"{code}-train.csv", other_language(labelled, name, "train"))
        plain(out / f"{code}-test.csv", other_language(labelled, name, "val"))
    write_topics(out, topics(labelled))
    write_reputation(out, reputation(data))
    write_small(labelled, out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    arguments = parser.parse_args()
    convert(arguments.data, arguments.out)
