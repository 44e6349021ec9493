#!/usr/bin/env python3
"""Runs whole jobs from file to file and prints medians of wall time, processor time and peak memory, each beside the
reading floor: the time that reading the road geometries alone takes on the same machine. See README.md."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

LINES = {"S": 20_000, "M": 200_000, "L": 2_000_000, "nation": 10_000_000}


class Job:
    """One analysis on the region of one size."""

    def __init__(self, analysis, size, layers, *more):
        self.name = " ".join((analysis, size, *more))
        self.size = size
        self.analysis = analysis
        self.layers = ("settlements", "roads", *layers)
        self.more = more

    def words(self, tools, region, result):
        words = [tools.desakota, self.analysis, "--output", str(result), "--overwrite", "--quiet", *self.more]
        for layer in self.layers:
            words += [f"--{layer}", f"{region}|layername={layer}"]
        return words


class MatrixJob:
    """Settlements x centres: reading, cleaning and searches; the matrix stays in memory."""

    size = "L"
    name = "cost matrix L"

    def words(self, tools, region, _):
        os.environ["DESAKOTA_REGION"] = str(region)
        return [tools.benchmarks, "--benchmark_filter=^matrix_from_file"]


JOBS = [
    *(Job("health-access", size, ["facilities"]) for size in ("S", "M", "L")),
    Job("health-access", "L", ["facilities"], "--clean", "off"),
    *(Job("distance-to-centre", size, ["centres"]) for size in ("S", "M", "L")),
    MatrixJob(),
    Job("hinterland-interaction", "L", ["centres"]),
    Job("health-access", "nation", ["facilities", "ferries"]),
    Job("distance-to-centre", "nation", ["centres", "ferries"]),
]


class Tools:
    """The programs of one build."""

    def __init__(self, build):
        self.desakota = str(build / "desakota")
        self.make_region = str(build / "tests/benchmarks/desakota_make_region")
        self.reading_floor = str(build / "tests/benchmarks/desakota_reading_floor")
        self.benchmarks = str(build / "tests/benchmarks/desakota_benchmarks")


def measured(words):
    """Wall seconds, processor seconds and peak megabytes of one run."""
    start = time.monotonic()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        told = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode != 0 or "Failed to match" in told:
        raise SystemExit(f"{' '.join(words)}\n{told}ended with {process.returncode}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def medians(words, runs):
    return [statistics.median(figures) for figures in zip(*(measured(words) for _ in range(runs)))]


def floor_of(tools, region, runs):
    """Median seconds of reading the road geometries."""
    seconds = []
    for _ in range(runs):
        told = subprocess.run([tools.reading_floor, region], check=True, capture_output=True, text=True).stdout
        seconds.append(float(told.split(":")[-1].split()[0]))
    return statistics.median(seconds)


def region_file(tools, folder, size):
    """The region's file, made where it is missing."""
    path = folder / f"{size}.gpkg"
    if not path.exists():
        print(f"making {path}", file=sys.stderr)
        subprocess.run([tools.make_region, size, path], check=True, stdout=subprocess.DEVNULL)
    return path


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="where the regions lie or are made; results go there, too")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"), help="the build's folder")
    parser.add_argument("--runs", type=int, default=3, help="how often each job runs (default 3)")
    parser.add_argument("--jobs", default="", help="only jobs whose name contains this text, such as 'access L'")
    return parser.parse_args()


def main():
    arguments = read_arguments()
    tools = Tools(arguments.build)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    print(f"{'job':32} {'wall s':>8} {'floor s':>8} {'x floor':>8} {'CPU s':>8} {'CPU us a line':>14} {'peak MB':>8}")
    floors = {}
    for job in JOBS:
        if arguments.jobs not in job.name:
            continue
        region = region_file(tools, arguments.folder, job.size)
        if job.size not in floors:
            floors[job.size] = floor_of(tools, region, arguments.runs)
        floor = floors[job.size]
        words = job.words(tools, region, arguments.folder / "result.gpkg")
        wall, busy, peak = medians(words, arguments.runs)
        line = busy / LINES[job.size] * 1e6
        speed = f"{wall:8.2f} {floor:8.2f} {wall / floor:8.1f} {busy:8.2f} {line:14.2f}"
        print(f"{job.name:32} {speed} {peak:8.0f}", flush=True)


if __name__ == "__main__":
    main()
