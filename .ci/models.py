"""Compares what the PySpark wrapper says of a lake's posts with what the night has stored."""

import sys
from pathlib import Path

from credence_models import HOME, SentimentModel, class_path
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

work = sys.argv[1]
iceberg = next(Path(HOME, "jobs/target/lib").glob("iceberg-spark-runtime-*.jar"))
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.driver.extraClassPath", f"{class_path()}:{iceberg}")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
    .config("spark.sql.catalog.lake.type", "hadoop")
    .config("spark.sql.catalog.lake.warehouse", f"{work}/lake")
    .getOrCreate()
)
key = ["platform", "post_id"]
posts = spark.table("lake.credence.posts").where("text IS NOT NULL").select(*key, "text")
stored = spark.table("lake.credence.mentions").where("negative IS NOT NULL")
for language in ("en", "fr"):
    model = SentimentModel.load(spark, f"{work}/models", language)
    night = stored.where(F.col("language") == language).where(F.col("model") == model.card["version"])
    night = night.select(
        *key, *(F.col(label).alias(f"night_{label}") for label in model.card["classes"])
    ).distinct()
    scored = model.transform(posts.join(night, key))
    errors = [F.max(F.abs(F.col(label) - F.col(f"night_{label}") / 1e6)) for label in model.card["classes"]]
    count, *largest = scored.agg(F.count("*"), *errors).first()
    print(f"{language}: {count:,} posts, largest difference {max(largest or [1]):.1e}")
    # A millionth is the unit of what is stored.
    if count < 100 or max(largest) > 2e-6:
        sys.exit(f"PySpark and the night disagree on {language}")
