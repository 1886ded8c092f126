"""Lays real archives out as drops of a Credence archive, with a conf folder and label files beside it.

    assemble.py real DATA CONF OUT     DATA: the folder with archives/ and labelled/; CONF: the shipped conf
    assemble.py peer ARCHIVE CONF OUT  ARCHIVE: a large Twitter v1.1 archive in <ARCHIVE>/twitter/<date>/

Records are copied as they are; RepLab's are only spread over daily drops, so that a night can be run as of
any date. Then: credence nightly --conf-dir OUT/conf --date YYYY-MM-DD
"""

import argparse
import csv
import datetime as dt
import gzip
import json
import pathlib
import re
import shutil
import tarfile

HERE = pathlib.Path(__file__).parent
UNLABELLED = {"positive_tweets.json.gz": "2015-12-31", "500-sample.jsonl.gz": "2019-12-31"}


def place(source: pathlib.Path, out: pathlib.Path, folder: str, drop: str) -> None:
    target = out / "archive" / folder / drop
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target / source.name)


def real(data: pathlib.Path, conf: pathlib.Path, out: pathlib.Path) -> None:
    archives = data / "archives"
    for file in sorted((archives / "twitter-stream").glob("*.json.bz2")):
        place(file, out, "stream", file.name[:10])
    for name, drop in UNLABELLED.items():
        place(archives / "twitter-v1" / name, out, "samples", drop)
    for file in sorted((archives / "twcs").glob("*.csv.gz")):
        place(file, out, "care", "2017-12-31")
    for file in sorted((archives / "facebook-pages").glob("*.csv.gz")):
        place(file, out, "pages", "2017-03-01")
    unpack(archives / "trustpilot-en.tar.gz", out / "archive/reviews-en/2025-09-01")
    for name in ("banks", "multi", "fintech"):
        unpack(archives / f"fr-trustpilot-{name}.tar.gz", out / "archive/reviews-fr/2026-07-05" / name)
    replab(archives / "replab2013/training.ndjson.gz", out)
    labels(data / "labelled", out)
    configure(conf, out, "archive", ["labels/en.tsv", "labels/fr.tsv"])
    for name in ("brands.yaml", "sources.yaml"):
        shutil.copy(HERE / name, out / "conf" / name)


def unpack(tar: pathlib.Path, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(tar) as members:
        members.extractall(folder, filter="data")


def replab(file: pathlib.Path, out: pathlib.Path) -> None:
    drops: dict[str, list[str]] = {}
    with gzip.open(file, "rt", encoding="utf8") as lines:
        for line in lines:
            posted = dt.datetime.fromtimestamp(json.loads(line)["timestamp"], dt.UTC)
            drops.setdefault(posted.date().isoformat(), []).append(line)
    for drop, lines in drops.items():
        target = out / "archive/replab" / drop
        target.mkdir(parents=True, exist_ok=True)
        (target / "training.ndjson").write_text("".join(lines), encoding="utf8")


def labels(data: pathlib.Path, out: pathlib.Path) -> None:
    """English and French label files in the columns that training takes; no RepLab label is among them."""
    (out / "labels").mkdir(parents=True, exist_ok=True)
    header = ["id", "language", "group", "text", "label"]
    with open(out / "labels/en.tsv", "w", encoding="utf8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(header)
        with gzip.open(data / "en-semeval2017-train.tsv.gz", "rt", encoding="utf8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                known = len(cells) > 2 and cells[1] in ("negative", "neutral", "positive")
                if known and cells[2].strip() not in ("", "Not Available"):
                    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), cells[2])
                    rows.writerow([cells[0], "en", "", text.strip(), cells[1]])
    names = ("negative", "neutral", "positive")
    french = data / "xlmt-french"
    with open(out / "labels/fr.tsv", "w", encoding="utf8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(header)
        texts = (french / "train_text.txt").read_text(encoding="utf8").splitlines()
        classes = (french / "train_labels.txt").read_text().split()
        for i, (text, label) in enumerate(zip(texts, classes, strict=True)):
            rows.writerow([f"fr{i}", "fr", "", text.strip(), names[int(label)]])


def configure(conf: pathlib.Path, out: pathlib.Path, archive: str, label_files: list[str]) -> None:
    shutil.copytree(conf, out / "conf", dirs_exist_ok=True)
    file = out / "conf/credence.yaml"
    text = file.read_text(encoding="utf8")
    text = text.replace("demo: true", "demo: false").replace("work/demo/archive", archive)
    text = text.replace("[work/demo/labels/sentiment.tsv]", f"[{', '.join(label_files)}]")
    file.write_text(text, encoding="utf8")


def peer(archive: pathlib.Path, conf: pathlib.Path, out: pathlib.Path, data: pathlib.Path) -> None:
    labels(data / "labelled", out)
    configure(conf, out, str(archive.resolve()), ["labels/en.tsv", "labels/fr.tsv"])
    (out / "conf/sources.yaml").write_text(
        "sources:\n  - {name: twitter, folder: twitter, format: twitter-v1, platform: twitter,"
        ' network: public, time-zone: UTC, language: "", expected: daily}\n'
    )
    brands = re.findall(r"name: (\"[^\"]*\")", (HERE / "brands.yaml").read_text(encoding="utf8"))
    lines = ["brands:"]
    for name in [json.loads(b) for b in brands][:64]:
        form = re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()
        forms = sorted({form, form.replace(" ", "")})
        lines.append(
            f"  - {{id: {form.replace(' ', '-')}, name: {json.dumps(name)}, "
            f"aliases: {json.dumps(forms)}, accounts: {{}}, exclude: [], competitors: []}}"
        )
    (out / "conf/brands.yaml").write_text("\n".join(lines) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["real", "peer"])
    parser.add_argument("source", type=pathlib.Path, help="DATA or ARCHIVE")
    parser.add_argument("conf", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, help="DATA, for the labels of a peer archive")
    args = parser.parse_args()
    if args.what == "real":
        real(args.source, args.conf, args.out)
    else:
        peer(args.source, args.conf, args.out, args.data)


if __name__ == "__main__":
    main()
