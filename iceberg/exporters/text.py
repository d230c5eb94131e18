"""Answers for a form, and the picture in words, as plain text to paste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.story import tell
from iceberg.exporters.story.answers import Answer, answers, wording
from iceberg.exporters.story.limit import DEFAULT
from iceberg.exporters.story.plain import as_text
from iceberg.model import Canvas


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    """Each answer under its heading with its length, what was found, alt text and description."""
    story = tell(canvas, layers=options.layers, whole=options.whole)
    made = answers(canvas, options.limit or DEFAULT, layers=options.layers, whole=options.whole)
    found = story.sections["found"]
    head = "\n".join(filter(None, (story.title, story.subtitle)))
    blocks = (
        head,
        wording.INTRODUCTION,
        *(block for answer in made for block in _answer(answer)),
        *((as_text((found,)),) if not found.is_empty else ()),
        f"{wording.ALT}\n{story.alt}",
        f"{wording.DESCRIPTION}\n{story.description}",
    )
    return Exported(("\n\n".join(blocks) + "\n").encode())


def _answer(answer: Answer) -> Iterator[str]:
    yield f"{answer.title} {wording.counted(answer.length, answer.limit)}"
    yield answer.text or wording.NOTHING


FORMAT: Final = Format(".txt", "text/plain", "Answers for a form (text)", _write)
