"""What a person sees: pages, figures, words, exports. Knows queries by name, and no survey file."""
