"""Writes npmi.tsv: posts of made-up words, topics, and what gensim 4.4.0 says of them.

pip install gensim==4.4.0 && python npmi_by_gensim.py > npmi.tsv
"""

import random

from gensim.corpora import Dictionary
from gensim.models import CoherenceModel

random.seed(7)
WORDS = [
    "bank",
    "loan",
    "rate",
    "fee",
    "card",
    "goal",
    "match",
    "team",
    "cup",
    "fan",
    "rain",
    "sun",
    "wind",
    "snow",
    "cloud",
]
posts = []
for _ in range(60):
    theme = random.randrange(3) * 5
    length = random.choice([1, 3, 9, 10, 11, 25])
    posts.append(
        [
            random.choice(WORDS[theme : theme + 5] if random.random() < 0.7 else WORDS)
            if random.random() < 0.6
            else f"x{random.randrange(40)}"
            for _ in range(length)
        ]
    )
topics = [WORDS[0:5], WORDS[5:10], WORDS[10:15], ["bank", "goal", "rain", "x1"], ["x2", "x3"]]
model = CoherenceModel(
    topics=topics,
    texts=posts,
    dictionary=Dictionary(posts),
    coherence="c_npmi",
    window_size=10,
    topn=5,
    processes=1,
)
for post in posts:
    print("post", " ".join(post), sep="\t")
for topic, value in zip(topics, model.get_coherence_per_topic(), strict=True):
    print("topic", " ".join(topic), repr(float(value)), sep="\t")
print("mean", repr(float(model.get_coherence())), sep="\t")
