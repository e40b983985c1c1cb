#!/bin/sh
# One of these. Others find it at tcp://HOST:PORT.
exec /usr/bin/python3 -m distributed.cli.dask_scheduler --host "${HOST:-127.0.0.1}" --port "${PORT:-8786}" --no-dashboard
