"""Measures `credence train|evaluate sentiment` on folds of public labelled sets, beside the goals.

    sentiment.py DATA [--only ROW] [--peer] [--embedding FOLDER] [--work FOLDER] [--credence COMMAND]

DATA is the folder with labelled/ and archives/. Prints a table in Markdown; models, tables and answers
stay in the work folder. Goals are those for the official tests, which this never reads: figures on own
folds are near them, not equal to them. --peer runs scikit-learn on the same folds, see requirements.txt;
--embedding names a sentence transformer for the row that has one.
"""

import argparse
import json
import pathlib
import resource
import shlex
import statistics
import subprocess
from collections.abc import Callable, Iterator

import labelled_sets

HERE = pathlib.Path(__file__).resolve().parent
SEED = "1"
Answer = dict
Line = tuple[str, str, str]


def children_seconds() -> float:
    """CPU seconds of the commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Bench:
    """Trains and measures in one folder; a model is trained once."""

    def __init__(self, credence: list[str], work: pathlib.Path, with_peer: bool, embedding: str | None):
        self.credence = credence
        self.embedding = embedding
        self.with_peer = with_peer
        self.work = work
        self.seconds: dict[str, float] = {}

    def run(self, *words: str) -> Answer:
        done = subprocess.run(
            [*self.credence, *words, "--json"], capture_output=True, text=True, check=False, cwd=self.work
        )
        if done.returncode != 0:
            raise SystemExit(f"{shlex.join(words)}\n{done.stdout}{done.stderr}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def train(self, name: str, language: str, *more: str, rows: str | None = None) -> None:
        if name not in self.seconds:
            began = children_seconds()
            labels, model = f"{rows or name}-train.csv", f"model-{name}"
            self.run(
                *("train", "sentiment", "--labels", labels, "--language", language),
                *("--output", model, "--seed", SEED, *more),
            )
            self.seconds[name] = children_seconds() - began

    def evaluate(self, name: str, language: str, table: str, *more: str) -> Answer:
        return self.run(
            *("evaluate", "sentiment", "--model", f"model-{name}", "--language", language),
            *("--input", f"{table}.csv", *more),
        )

    def peer(self, name: str) -> Answer:
        """Figures of scikit-learn, if asked for."""
        if not self.with_peer:
            return {}
        import sentiment_peer

        return sentiment_peer.measure(self.work / f"{name}-train.csv", self.work / f"{name}-test.csv")


def beside(answer: Answer, figure: str, form: str) -> str:
    return f"scikit-learn {answer[figure]:{form}}" if answer else "scikit-learn (--peer)"


def english(bench: Bench) -> Iterator[Line]:
    bench.train("english", "en")
    answer = bench.evaluate("english", "en", "english-test")
    peer = bench.peer("english")
    figure = f"{answer['macro_recall']:.4f}" + (f" ({beside(peer, 'macro_recall', '.4f')})" if peer else "")
    yield "English tweets, macro recall, linear", "≥ .645", figure
    yield (
        "the same, CPU s of training",
        f"≤ twice {beside(peer, 'seconds', '.0f')}",
        f"{bench.seconds['english']:.0f}",
    )
    if bench.embedding:
        bench.train("english-embedded", "en", "--embedding", bench.embedding, rows="english")
        answer = bench.evaluate("english-embedded", "en", "english-test")
        cost = f"{bench.seconds['english-embedded']:.0f} CPU s of training"
        yield "English with the embedding stage", "≥ .675", f"{answer['macro_recall']:.4f} ({cost})"


def languages(bench: Bench) -> Iterator[Line]:
    figures = {}
    for code in labelled_sets.LANGUAGES.values():
        bench.train(code, code)
        figures[code] = bench.evaluate(code, code, f"{code}-test")["macro_f1"]
    yield "French tweets, macro-F1, linear + lexicons", "≥ .61", f"{figures['fr']:.3f}"
    each = ", ".join(f"{code} {figure:.3f}" for code, figure in figures.items())
    yield "mean macro-F1 of fr, de, es, it, pt", "≥ .595", f"{statistics.mean(figures.values()):.3f} ({each})"


def topics(bench: Bench) -> Iterator[Line]:
    """Means over topics of a fold, then over folds, as every topic counts the same in the official test."""
    for mix in ("natural", "redrawn"):
        plain, audited = [], []
        for k in range(labelled_sets.TOPIC_FOLDS):
            bench.train(f"topics{k}", "en")
            plain.append(topic_errors(bench, k, f"topics{k}-{mix}"))
            for seed in range(labelled_sets.AUDITS):
                labels = ("--audit-labels", f"topics{k}-{mix}-audit{seed}.csv")
                audited.append(topic_errors(bench, k, f"topics{k}-{mix}-rest{seed}", *labels))
        for what, goal, rows in (
            ("", "≤ .090 / ≤ .045", plain),
            (", after 100 audited posts", "≤ .070 / ≤ .033", audited),
        ):
            ae, kld, coverage = (statistics.mean(row[i] for row in rows) for i in range(3))
            spread = max(row[0] for row in rows) - min(row[0] for row in rows)
            figure = f"{ae:.4f} / {kld:.4f} (AE of runs within {spread:.3f}, coverage {coverage:.3f})"
            yield f"shares of unseen topics, mix {mix}{what}: AE / KLD", goal, figure


def topic_errors(bench: Bench, k: int, table: str, *more: str) -> tuple[float, float, float]:
    mean = bench.evaluate(f"topics{k}", "en", table, "--group-by", "cell", *more)["mean"]
    return mean["ae"], mean["kld"], mean["coverage"]


def reputation(bench: Bench) -> Iterator[Line]:
    bench.train("reputation", "en", "--group-feature")
    brand, month, *sized = (
        bench.evaluate("reputation", "en", f"reputation-{cells}", "--group-by", "cell")
        for cells in ("brand", "month", *(f"n{size}" for size in labelled_sets.SIZES))
        if (bench.work / f"reputation-{cells}.csv").exists()
    )
    yield "RepLab polarity, AE per brand", "≤ .057", f"{brand['mean']['ae']:.4f}"
    yield "the same per brand and month", "≤ .062", f"{month['mean']['ae']:.4f}"
    yield "RepLab accuracy; macro-F1", "≥ .68; ≥ .52", f"{brand['accuracy']:.3f}; {brand['macro_f1']:.3f}"
    cells = [cell for answer in sized for cell in answer["groups"]]
    pooled = statistics.mean(cell["coverage"] for cell in cells)
    by_size = [(answer["groups"][0]["n"], answer["mean"]) for answer in sized]
    each = ", ".join(f"n={n} {mean['coverage']:.3f}" for n, mean in by_size)
    yield "coverage of 95% intervals, pooled; each size", ".93-.99; ≥ .90", f"{pooled:.3f}; {each}"
    grown = [cell["coverage"] for cell in brand["groups"] + month["groups"] if cell["n"] >= 200]
    yield "the same, brands and months of 200 posts or more", "≥ .90", f"{statistics.mean(grown):.3f}"
    small = by_size[0][1]["width"]
    large = statistics.mean(cell["width"] for cell in cells if cell["n"] >= 200)
    yield "their width at n = 20; n ≥ 200", "≤ .45; ≤ .33", f"{small:.3f}; {large:.3f}"


def small(bench: Bench) -> Iterator[Line]:
    for name, title in (
        ("messages", "corporate messages"),
        ("complaints", "complaints"),
        ("airline", "airline"),
    ):
        bench.train(name, "en")
        answer = bench.evaluate(name, "en", f"{name}-test")
        figure = f"{answer['macro_f1']:.3f} (accuracy {answer['accuracy']:.3f})"
        yield f"{title}, macro-F1", f"≥ {beside(bench.peer(name), 'macro_f1', '.3f')}", figure


ROWS: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "english": english,
    "languages": languages,
    "topics": topics,
    "reputation": reputation,
    "small": small,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--only", choices=ROWS, action="append", help="some rows only")
    parser.add_argument("--peer", action="store_true", help="scikit-learn beside it")
    parser.add_argument("--embedding", help="folder of a sentence transformer")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("work/benchmarks/sentiment"))
    parser.add_argument("--credence", default=str(HERE.parents[2] / "bin/credence"))
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    labelled_sets.convert(arguments.data, work)
    bench = Bench(shlex.split(arguments.credence), work, arguments.peer, arguments.embedding)
    print("| measure | goal | figure on own folds |\n|---|---|---|")
    for row in arguments.only or ROWS:
        for measure, goal, figure in ROWS[row](bench):
            print(f"| {measure} | {goal} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
