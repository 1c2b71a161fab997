# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window over the accessibility bus, on a display of its own."""

from .focus import FocusWatch
from .story import BUILD, Desk, run, story
from .tree import Node
from .waiting import Failure, check, wait

__all__ = ["BUILD", "Desk", "Failure", "FocusWatch", "Node", "check", "run", "story", "wait"]
