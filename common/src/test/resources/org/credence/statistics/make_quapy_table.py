"""Writes quantification-by-quapy.tsv: estimates of QuaPy 0.2.3 on fixed posteriors.

pip install quapy==0.2.3; python make_quapy_table.py > quantification-by-quapy.tsv
Posteriors follow a small linear congruential generator that the test repeats.
"""

import functools

import numpy as np
from quapy.method.aggregative import ACC, EMQ
from scipy import optimize

STATE = 0


def uniform():
    global STATE
    STATE = (STATE * 1103515245 + 12345) % 2**31
    return STATE / 2**31


def posteriors(rows, classes, tilt):
    out, labels = [], []
    for _ in range(rows):
        anything = int(uniform() * classes)
        label = anything if uniform() > tilt else 0
        scores = np.array([uniform() * 2 + (1.5 if j == label else 0) for j in range(classes)])
        p = np.exp(scores)
        out.append(p / p.sum())
        labels.append(label)
    return np.array(out), np.array(labels)


def adjusted(name, response, counts):
    """Exact where inversion stays on the simplex; elsewhere QuaPy's minimiser, told to go on to 1e-15."""
    exact = ACC.solve_adjustment(response, counts, method="inversion", solver="exact-raise")
    if exact.min() >= 0:
        return {name: exact}
    near = ACC.solve_adjustment(response, counts, method="inversion", solver="minimize")
    return {name + " at the border": near}


def main():
    EMQ.MAX_ITER = 100_000
    optimize.minimize = functools.partial(optimize.minimize, tol=1e-15)
    print("classes\ttilt\tmethod\tshares")
    for classes in (2, 3, 5):
        for tilt in (0.0, 0.5, 0.95):
            held, labels = posteriors(400, classes, 0.2)
            target, _ = posteriors(150, classes, tilt)
            prior = np.bincount(labels, minlength=classes) / len(labels)
            hard = np.eye(classes)[held.argmax(1)]
            soft_response = np.array([held[labels == j].mean(0) for j in range(classes)]).T
            hard_response = np.array([hard[labels == j].mean(0) for j in range(classes)]).T
            cc = np.bincount(target.argmax(1), minlength=classes) / len(target)
            pcc = target.mean(0)
            rows = {
                "CC": cc,
                "PCC": pcc,
                **adjusted("ACC", hard_response, cc),
                **adjusted("PACC", soft_response, pcc),
                "SLD": EMQ.EM(prior, target, epsilon=1e-9)[0],
            }
            for name, shares in rows.items():
                print(classes, tilt, name, " ".join(f"{s:.9f}" for s in shares), sep="\t")


main()
