"""The sentiment models of the nights in PySpark: the posteriors that a night stores, for any texts.

    spark = SparkSession.builder.config("spark.driver.extraClassPath", class_path()).getOrCreate()
    model = SentimentModel.load(spark, "work/models", "en")
    model.transform(spark.createDataFrame([("Great service",)], ["text"])).show()

On a cluster the jars of class_path() go to --jars instead.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark.ml.functions import vector_to_array
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

HOME = Path(__file__).resolve().parent.parent


def class_path(home: Path = HOME) -> str:
    """The jars of a built Credence that a saved model needs, in the form of a Java class path."""
    lib = home / "jobs/target/lib"
    jars = [*lib.glob("credence-common-*.jar"), *lib.glob("langid-java-*.jar")]
    if not jars:
        raise FileNotFoundError(f"{lib} holds no Credence: build it with jobs/bin/credence status")
    return ":".join(str(jar) for jar in jars)


@dataclass(frozen=True)
class SentimentModel:
    """A trained model with its card.

    card: what card.json says, such as version, classes, priors, calibration, evaluation.
    pipeline: the MLlib pipeline in the JVM, features and multinomial logistic regression.
    """

    spark: SparkSession
    card: dict[str, Any]
    pipeline: Any

    @classmethod
    def load(
        cls, spark: SparkSession, models: str, language: str, version: str | None = None
    ) -> "SentimentModel":
        """Loads a version, by default the champion, which serves.

        models: the folder of locations.models in credence.yaml, any Hadoop URI.
        language: ISO 639-1 code.
        """
        folder = f"{models}/sentiment/{language}"
        chosen = version or _read(spark, f"{folder}/champion").strip()
        card = json.loads(_read(spark, f"{folder}/{chosen}/card.json"))
        pipeline = spark._jvm.org.apache.spark.ml.PipelineModel.load(f"{folder}/{chosen}/pipeline")
        return cls(spark, card, pipeline)

    def transform(self, posts: DataFrame) -> DataFrame:
        """Adds one column a class: the calibrated posterior under the training prior, 0 to 1.

        posts: has a column text. Texts of another language get figures that mean nothing.
        """
        scored = DataFrame(self.pipeline.transform(posts._jdf), self.spark)
        raw = vector_to_array("rawPrediction")
        calibration = self.card["calibration"]
        scores = [
            F.lit(calibration["slope"]) * raw[c] + F.lit(bias) for c, bias in enumerate(calibration["biases"])
        ]
        largest = F.greatest(*scores)
        likelihoods = [F.exp(score - largest) for score in scores]
        total = sum(likelihoods[1:], likelihoods[0])
        posteriors = [
            (p / total).alias(label) for label, p in zip(self.card["classes"], likelihoods, strict=True)
        ]
        return scored.select(*posts.columns, *posteriors)


def _read(spark: SparkSession, path: str) -> str:
    return "\n".join(row.value for row in spark.read.text(path).collect())
