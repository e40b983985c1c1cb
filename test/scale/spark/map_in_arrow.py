"""Pays a table of order lines where there are DataFrames alone.

spark-submit map_in_arrow.py /opt/plan.json 650000 sales.orders sales.paid
"""

import subprocess
import sys

import pyarrow
from pyspark.sql import SparkSession
from pyspark.sql import functions as f


def sales_rules(*arguments):
    """Each partition through a process of its own: lines of JSON in a column of texts, in and out."""

    def run(batches):
        command = ["sales-rules", *arguments, "--quiet"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for batch in batches:
                for line in batch.column(0).to_pylist():
                    process.stdin.write(line.encode() + b"\n")
            # It writes nothing before it has read everything, so that neither waits for the other.
            process.stdin.close()
            lines = process.stdout.read().decode().split("\n")[:-1]
        if process.returncode != 0:
            raise RuntimeError(f"sales-rules has ended with {process.returncode}")
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array(lines, pyarrow.string())], ["line"])

    return run


def main(plan, target, orders, paid):
    spark = SparkSession.builder.getOrCreate()
    fields = ["id", "payee", f.col("amount").cast("string").alias("amount")]
    lines = spark.table(orders).select(f.to_json(f.struct(*fields)).alias("line"))
    states = lines.mapInArrow(sales_rules("partial", plan), "line string")
    states.write.saveAsTable(f"{paid}_states")
    # Spark's own hash, which is one and the same on all executors.
    whole = spark.table(f"{paid}_states").repartition(200, f.get_json_object("line", "$.payee"))
    results = whole.mapInArrow(sales_rules("finish", plan, "--target", target), "line string")
    results.write.saveAsTable(paid)


if __name__ == "__main__":
    main(*sys.argv[1:])
