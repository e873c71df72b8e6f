"""content/ as its editors wrote it, read into values that remember their lines."""

from stages.reading.editions import read_content
from stages.reading.figures import read_figures
from stages.reading.files import not_utf_8
from stages.reading.host import read_host
from stages.reading.markdown import opening_paragraph
from stages.reading.model import Content, Prose, Section, Unread, Vocabulary, WrittenBlock, WrittenEdition
from stages.reading.second_reading import SecondReading, read_second_reading
from stages.reading.supplements import LAYERS, Local, Supplements, read_supplements
from stages.reading.validation import Block
from stages.reading.yaml_document import not_yaml, parse

__all__ = [
    "LAYERS",
    "Block",
    "Content",
    "Local",
    "Prose",
    "SecondReading",
    "Section",
    "Supplements",
    "Unread",
    "Vocabulary",
    "WrittenBlock",
    "WrittenEdition",
    "not_utf_8",
    "not_yaml",
    "opening_paragraph",
    "parse",
    "read_content",
    "read_figures",
    "read_host",
    "read_second_reading",
    "read_supplements",
]
