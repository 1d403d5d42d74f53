"""The office's page: a file of answers is tried, looked at, published, taken back."""
