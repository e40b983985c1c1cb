#!/bin/sh
# One on each core: worker.sh tcp://HOST:PORT. Node, sales-rules and the files have to be there.
exec /usr/bin/python3 -m distributed.cli.dask_worker "$1" --nthreads 1 --no-nanny --no-dashboard
