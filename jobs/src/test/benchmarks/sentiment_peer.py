"""The peer of `credence train sentiment`: the same features and objective in scikit-learn.

Words 1-3 and characters 2-5 within words, hashed to 2^18 each, log2(1 + count), inverse document frequency,
buckets of one post dropped, unit length per block, and sums over the project's own English lexicon; logistic
regression with the same penalty. It shares nothing with the project but that lexicon.
"""

import csv
import pathlib
import re
import time

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, recall_score
from sklearn.preprocessing import normalize

LEXICON = pathlib.Path(__file__).resolve().parents[1] / (
    "common/src/main/resources/org/credence/text/vader-en/lexicon.tsv"
)
TOKEN = re.compile(r"\w[\w']*|[^\w\s]+")
NEGATIONS = frozenset(["no", "not", "never", "none", "nobody", "nothing", "cannot", "without"])
LEXICON_FACTOR = 0.3
FEW_ROWS = 5000


def tokens(text: str) -> list[str]:
    masked = re.sub(r"@\w+", "@user", re.sub(r"https?://\S+", "<url>", text.lower()))
    return TOKEN.findall(masked)


def lexicon() -> dict[str, float]:
    words = {}
    for line in LEXICON.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 2 and re.fullmatch(r"-?[\d.]+", cells[1]):
            words[cells[0]] = float(cells[1])
    return words


def sums(texts: list[str], felt: dict[str, float]) -> np.ndarray:
    rows = []
    for text in texts:
        words = tokens(text)
        met = []
        for i, word in enumerate(words):
            before = words[max(0, i - 3) : i]
            negated = any(w in NEGATIONS or w.endswith("n't") for w in before)
            if word in felt:
                met.append(felt[word] * (-0.74 if negated else 1))
        x = np.array(met or [0.0])
        rows.append(
            [x.sum(), x[x > 0].sum(), x[x < 0].sum(), x.max(), x.min(), x[-1], x.sum() / (15 + x @ x) ** 0.5]
        )
    return np.array(rows)


class Block:
    """One hashed block, learned on training posts."""

    def __init__(self, **how: object):
        self.hashing = HashingVectorizer(
            n_features=2**18, alternate_sign=False, norm=None, lowercase=False, **how
        )
        self.idf = TfidfTransformer(norm=None, smooth_idf=True)
        self.kept = np.empty(0, dtype=int)

    def counts(self, texts: list[str]) -> sp.csr_matrix:
        counts = self.hashing.transform(texts)
        counts.data = np.log2(1 + counts.data)
        return counts

    def fit(self, texts: list[str]) -> sp.csr_matrix:
        counts = self.counts(texts)
        self.kept = np.flatnonzero(np.bincount(counts.indices, minlength=2**18) >= 2)
        return normalize(self.idf.fit_transform(counts[:, self.kept]))

    def transform(self, texts: list[str]) -> sp.csr_matrix:
        return normalize(self.idf.transform(self.counts(texts)[:, self.kept]))


def table(path: pathlib.Path) -> tuple[list[str], list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["label"] for row in rows]


def measure(train: pathlib.Path, test: pathlib.Path) -> dict[str, float]:
    """Figures by the decision that is best at each, as the project's are, and CPU seconds of the training."""
    texts, labels = table(train)
    began = time.process_time()
    felt = lexicon()
    blocks = [
        Block(tokenizer=tokens, token_pattern=None, ngram_range=(1, 3)),
        Block(analyzer="char_wb", ngram_range=(2, 5)),
    ]
    dense = sums(texts, felt)
    mean, deviation = dense.mean(0), np.maximum(dense.std(0), 1e-9)

    def scaled(values: np.ndarray) -> sp.csr_matrix:
        return sp.csr_matrix(LEXICON_FACTOR * np.clip((values - mean) / deviation, -4, 4))

    matrix = sp.hstack([*(block.fit(texts) for block in blocks), scaled(dense)]).tocsr()
    regression = LogisticRegression(C=3 if len(texts) < FEW_ROWS else 1, tol=1e-4, max_iter=300)
    regression.fit(matrix, labels)
    seconds = time.process_time() - began

    unseen, truth = table(test)
    rows = sp.hstack([*(block.transform(unseen) for block in blocks), scaled(sums(unseen, felt))]).tocsr()
    posteriors = regression.predict_proba(rows)
    prior = np.array([labels.count(label) / len(labels) for label in regression.classes_])
    probable = regression.classes_[posteriors.argmax(1)]
    shown = regression.classes_[(posteriors / prior).argmax(1)]
    return {
        "macro_recall": float(recall_score(truth, shown, average="macro")),
        "macro_f1": float(max(f1_score(truth, d, average="macro") for d in (probable, shown))),
        "accuracy": float(accuracy_score(truth, probable)),
        "seconds": seconds,
    }
