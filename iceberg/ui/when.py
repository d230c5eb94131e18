"""Days and moments as people say them, in the time zone of the person's browser."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import streamlit as st

from iceberg.ui import wording
from iceberg.wording import long_date as day

__all__ = ["clock", "day", "moment", "today"]


def moment(at: dt.datetime) -> str:
    """Such as “today at 14:05”, or the day for anything older; ``at`` without a zone is UTC."""
    zone = _zone()
    aware = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    local = aware.astimezone(zone)
    time = clock(aware)
    days = (dt.datetime.now(zone).date() - local.date()).days
    if days == 0:
        return wording.TODAY.format(clock=time)
    if days == 1:
        return wording.YESTERDAY.format(clock=time)
    return day(local.date())


def clock(at: dt.datetime) -> str:
    """Such as 14:05."""
    return f"{at.astimezone(_zone()):%H:%M}"


def today() -> dt.date:
    """The day it is where the person is."""
    return dt.datetime.now(_zone()).date()


def _zone() -> dt.tzinfo:
    try:
        return zoneinfo.ZoneInfo(st.context.timezone or "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return dt.UTC
