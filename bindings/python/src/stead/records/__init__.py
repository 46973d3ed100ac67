"""Answers as typed, frozen records, and the parts that requests are made of."""
