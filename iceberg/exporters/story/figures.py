"""Readings in words: figure with unit, where and when it holds, what it says."""

from __future__ import annotations

import datetime as dt

from iceberg.exporters.story.parts import Value
from iceberg.model import Reading
from iceberg.wording import DIRECTION_WORDS, long_date

_CURRENCIES = "£€$¥"


def written(value: Value) -> str:
    """A value as people write it: 134,760; 1.4; 24 June 2026; nothing for None."""
    match value:
        case None:
            return ""
        case dt.date():
            return long_date(value)
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.12g}"
        case _:
            return value


def figure(reading: Reading) -> str:
    """The figure with its unit: 15% of pay, £1.4bn a year, 35 councils; empty without one."""
    number, unit = written(reading.figure), reading.unit or ""
    if not number or not unit:
        return number
    if unit[0] in _CURRENCIES:
        return f"{unit[0]}{number}{unit[1:]}"
    return f"{number}{unit}" if unit[0] == "%" else f"{number} {unit}"


def observed(reading: Reading) -> str:
    """What was observed: rising, 35 councils."""
    return ", ".join(filter(None, (DIRECTION_WORDS[reading.direction], figure(reading))))


def holds_for(reading: Reading) -> str:
    """Where and when: England, 2026-27; the day it was written down where no period is named."""
    when = reading.period or long_date(reading.date)
    return ", ".join(filter(None, (reading.nation, when)))
