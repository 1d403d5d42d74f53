"""One module per address: a layout from state and atlas, and thin callbacks."""
