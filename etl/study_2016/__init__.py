"""The coded study of 2016: a survey like any other, in the format of docs/survey-format.md."""
