"""Benchmarks: one line a figure, each with what it is compared with in the same run."""
