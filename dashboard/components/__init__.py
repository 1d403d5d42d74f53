"""Small parts of pages: values and finished texts in, Dash components out."""
