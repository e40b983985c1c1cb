"""Pays order lines on a Dask cluster.

python3 job.py tcp://scheduler:8786 plan.json 650000 out part-*.ndjson
"""

import json
import os
import subprocess
import sys
import zlib

import dask.bag
from distributed import Client


def sales_rules(*arguments, given=None):
    """Runs the command with lines of JSON in and out. Where it fails, the task fails, and Dask says so."""
    run = subprocess.run(["sales-rules", *arguments, "--quiet"], input=given, stdout=subprocess.PIPE, check=True)
    # Bytes: a text would be split at U+2028 as well, which may stand in a name.
    return run.stdout.splitlines(keepends=True)


def count(part, plan, out):
    """What each payee has in one part of the lines: a state for each. It is kept too, for `reconcile`."""
    name = os.path.basename(part)
    file = os.path.join(out, f"states-{name}")
    sales_rules("partial", plan, part, "--part", name, "--output", file)
    with open(file, "rb") as states:
        return states.readlines()


def payee(state):
    return json.loads(state)["payee"]


def bucket(state):
    """Dask groups by Python's hash, which is another one in each worker for a text, and the same for a number."""
    return zlib.crc32(payee(state).encode()) % 4096


def pay(groups, plan, target):
    """What each payee of some buckets earns, from all of their states."""
    states = b"".join(state for _, states in groups for state in states)
    return sales_rules("finish", plan, "--target", target, given=states)


def main(address, plan, target, out, *parts):
    with Client(address) as client:
        states = dask.bag.from_sequence(parts, npartitions=len(parts)).map(count, plan, out).flatten()
        groups = states.groupby(bucket, npartitions=len(client.nthreads()), shuffle="tasks")
        results = groups.map_partitions(pay, plan, target).compute()
    with open(os.path.join(out, "results.ndjson"), "wb") as file:
        file.writelines(results)


if __name__ == "__main__":
    main(*sys.argv[1:])
