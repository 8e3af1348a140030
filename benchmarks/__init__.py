"""Measurements, one command each: `python -m benchmarks.NAME`. Never tests: time is no contract."""
