"""Reads the files of office programs into plain values, and counts every word of them apart from that."""
