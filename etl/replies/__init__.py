"""Replies: an institution's own answers, from a file that people really have to a survey."""
