"""Drives the app the way a person does, with ``AppTest`` in place of a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

import iceberg.ui
from iceberg.model import Canvas
from iceberg.ui import session
from iceberg.workshop import Workshop

_SCRIPT = Path(iceberg.ui.__file__).with_name("main.py")


class Driver:
    """One browser session."""

    def __init__(self) -> None:
        self.at = AppTest.from_file(str(_SCRIPT), default_timeout=60)
        self.canvas_id = ""
        self.may_fail = False

    @property
    def workshop(self) -> Workshop:
        """The workshop that the app works with."""
        return session.workshop()

    @property
    def canvas(self) -> Canvas:
        """The canvas as it is kept now."""
        return self.workshop.open(self.canvas_id)

    def start(self) -> Driver:
        """The start page."""
        self.at.query_params = {}
        self.at.run()
        return self

    def open(self, canvas: Canvas, page: str = "canvas") -> Driver:
        """A canvas, put into the store before, on its page."""
        self.canvas_id = self.workshop.create(canvas)
        return self.visit(page, self.canvas_id)

    def visit(self, page: str, canvas_id: str | None = None) -> Driver:
        """A page by its name, as when its address is typed in."""
        self.at.query_params = {"page": page}
        if canvas_id is not None:
            self.at.query_params["canvas"] = canvas_id
        self.at.run()
        return self

    def choose(self, card: str | None = None, link: str | None = None) -> Driver:
        """Choose a card or a link and look at its panel."""
        self.at.session_state["selected_card"] = card
        self.at.session_state["selected_link"] = link
        return self.panel("card" if card else "link")

    def panel(self, name: str) -> Driver:
        """Look at a panel."""
        self.at.segmented_control(key="panel").set_value(name).run()
        return self

    def look_at(self, tab: str) -> Driver:
        """Look at a tab."""
        self.at.session_state["view"] = tab
        self.at.run()
        return self

    def widget(self, field: str, form: str = "") -> Any:
        """The one widget with this key, or of this field in a form that begins so."""
        kinds = (
            "button",
            "button_group",
            "checkbox",
            "date_input",
            "file_uploader",
            "multiselect",
            "number_input",
            "radio",
            "selectbox",
            "text_area",
            "text_input",
            "toggle",
        )
        found = [
            widget
            for kind in kinds
            for widget in self.at.get(kind)
            if widget.key
            and widget.key.startswith(form)
            and (widget.key == field or widget.key.endswith(f":{field}"))
        ]
        assert len(found) == 1, (field, [widget.key for widget in found])
        return found[0]

    def fill(self, form: str = "", **values: Any) -> Driver:
        """Put values into fields, without pressing anything."""
        for field, value in values.items():
            self.widget(field, form).set_value(value)
        return self

    def press(self, button: str, form: str = "") -> Driver:
        """Press a button, with whatever was filled in."""
        self.widget(button, form).click()
        self.at.run()
        assert not self.at.exception
        return self

    @property
    def errors(self) -> list[str]:
        """The errors on the page, as they read."""
        return [_read(error.value) for error in self.at.error]

    @property
    def told(self) -> list[str]:
        """What was said in passing."""
        return [_read(toast.value) for toast in self.at.toast]

    @property
    def shown(self) -> str:
        """All text on the page, as it reads."""
        kinds = ("markdown", "caption", "info", "warning", "title", "subheader", "text")
        return "\n".join(_read(item.value) for kind in kinds for item in self.at.get(kind))


def _read(markdown: str) -> str:
    return markdown.replace("\\", "").replace("\u2060", "")
