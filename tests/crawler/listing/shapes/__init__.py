"""Shapes of listing pages as systems of many kinds write them, in our own words; what each shows was written before it was read.

A shape is a page and the markup of one record; both are `string.Template`s. See `shape.py`.
"""
