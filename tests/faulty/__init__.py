"""The program that makes `tests/data/faulty`: files that people give, and their faults."""
