"""The sample province: the real review of 2021, illustrative remedies, and how people carried them out."""
