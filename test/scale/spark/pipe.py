"""Pays order lines through RDD.pipe.

spark-submit pipe.py /opt/plan.json 650000 's3a://orders/2026-03/*.ndjson' s3a://paid/2026-03
"""

import json
import sys
import zlib

from pyspark.sql import SparkSession

# Without one, the command gets no variable at all, and finds no Node.
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin"}


def sales_rules(lines, command):
    """Each partition through a process of its own. Without checkCode one that fails is taken for an empty partition."""
    return lines.pipe(f"sales-rules {command} --quiet", env=ENVIRONMENT, checkCode=True)


def bucket(state):
    return zlib.crc32(json.loads(state)["payee"].encode())


def main(plan, target, lines, out):
    spark = SparkSession.builder.getOrCreate().sparkContext
    sales_rules(spark.textFile(lines), f"partial {plan}").saveAsTextFile(f"{out}/states")
    buckets = spark.textFile(f"{out}/states").keyBy(bucket).partitionBy(200, lambda crc: crc).values()
    sales_rules(buckets, f"finish {plan} --target {target}").saveAsTextFile(f"{out}/results")


if __name__ == "__main__":
    main(*sys.argv[1:])
