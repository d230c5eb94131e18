"""Every word of the page that compares moments; the sentences come from the comparison."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Compare moments"
ONLY_FACILITATORS: Final = (
    "Only those who facilitate can look at earlier moments. Ask for the facilitator's link."
)
TABS: Final = ("What has changed", "Is it getting harder?")
BEGINNING: Final = "The beginning"
NOW: Final = "Now"
WHEN_BEGINNING: Final = "the beginning"
WHEN_NOW: Final = "now"
WHEN_NAMED: Final = "“{name}”"
FROM: Final = "From"
TO: Final = "To"
NO_CHANGE: Final = (
    "Nothing has been changed on this canvas yet, so there is nothing to compare. Name this moment"
    " now, and compare with it after the next meeting."
)
NAMELESS: Final = (
    "No moment has a name yet. Name one at each review: then you can compare any two of them."
)
NAME_NOW: Final = "Name this moment"
SAME: Final = "Choose two different moments."
PICTURE_ALT: Final = "What has changed on {title}: {said}"
WORDS: Final = "In words"
MORE: Final = "And {count} more"
FORMAT: Final = "Take this picture away"
FORMATS: Final = {".svg": "To scale (SVG)", ".png": "Picture (PNG)", ".pdf": "To print (PDF)"}
DOWNLOAD: Final = "Download: {format}"

HARDER_LINE: Final = (
    "Every scored card at each moment: a block for each, as high as its strength; downwards what"
    " resists, upwards what helps."
)
NO_SCORES: Final = "No card of this iceberg was scored at any of these moments."
MOMENT: Final = "Moment"
RESISTING: Final = "Resist (strengths)"
HELPING: Final = "Help (strengths)"
NONE: Final = "none"
AXIS: Final = "← resists · helps →"
CHART_ALT: Final = (
    "What resists and helps in the {title} iceberg at {count} moments. The table below has the same"
    " numbers."
)
TABLE: Final = "Scored cards of the {title} iceberg, moment by moment"
