"""The notation in which Korean public offices write press releases (□ ○ - ※ ▲).

``parse`` turns any text into a ``Document``, ``render`` a document into HTML. See docs/notation.md.
"""

from .document import Document
from .parser import parse
from .problems import Problem
from .render import render
from .tree import Embed, ImageReference

__all__ = ["Document", "Embed", "ImageReference", "Problem", "parse", "render"]
