"""The record: who people are, and the work that is tracked; also the wiring of the whole site."""
