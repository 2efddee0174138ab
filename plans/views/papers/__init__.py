"""The official papers: which there are, having one written, fetching it, and the templates behind them."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
