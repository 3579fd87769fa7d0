"""Benchmarks: speed, processor time, peak memory; each program beside others on the same work."""
