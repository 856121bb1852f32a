"""Imported once by the server that runs are forked from: what every run needs is loaded before there is one."""

from __future__ import annotations

import gc

gc.disable()  # what is imported stays: looking for garbage in it takes a sixth of the time

import crawler.preload  # noqa: E402
import pipeline.language  # noqa: E402
import scheduler.child  # noqa: E402, F401

crawler.preload.preload()
pipeline.language.load()
gc.freeze()  # so that no child looks through it again, and its memory stays shared with all of them
gc.enable()
