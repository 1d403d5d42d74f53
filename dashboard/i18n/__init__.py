"""What the dashboard says, in Latvian and in English: words, numbers, generated sentences.

Words stand in `lv.toml` and `en.toml`; pages fetch them with `translate.Words` and sentences
with `grammar`. No other room of the dashboard holds a literal word of either language.
"""
