"""The page on which a reader fills an edition's gaps from her own copy: its figures file, begun for her."""

from __future__ import annotations

import json
from dataclasses import replace

from calculators.records import Kind
from stages.pages.complete import _figures_skeleton
from tests.files.test_figures_file import figure
from tests.files.test_figures_file import file as filled
from tests.invented import edition, rule


def test_the_file_has_every_field_of_a_figures_file_and_what_is_known_of_each_gap() -> None:
    gaps = (rule(kind=Kind.GAP, event="incident"), replace(rule(kind=Kind.GAP), id="another"))
    begun = json.loads(_figures_skeleton(edition(*gaps), gaps))
    assert begun.keys() == filled().keys()
    assert [each.keys() for each in begun["figures"]] == [figure().keys()] * 2
    assert [(each["fills"], each["event"]) for each in begun["figures"]] == [("a-rule", "incident"), ("another", "")]
    assert begun["source"] == "An invented text"


def test_letters_beyond_ascii_stand_as_they_are() -> None:
    held = replace(edition(), guidance="Canllaw Gwynedd a Môn")
    assert "Canllaw Gwynedd a Môn" in _figures_skeleton(held, ())
