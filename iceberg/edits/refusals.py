"""Why an edit is refused, as sentences that a person can act on."""

from __future__ import annotations

from typing import Literal

from iceberg.errors import EditRefusedError

PLURALS = {
    "card": "cards",
    "link": "links",
    "reading": "readings",
    "assumption": "assumptions",
    "layer": "layers",
    "snapshot": "snapshots",
    "finding": "kept findings",
    "dismissed finding": "dismissed findings",
    "import": "reports on imports",
}


def gone(noun: str) -> EditRefusedError:
    """The part that the edit is about is not on the canvas."""
    return EditRefusedError(
        f"That {noun} is no longer on the canvas. Somebody may have removed it:"
        " look at the canvas again."
    )


def already_there(noun: str, part_id: str) -> EditRefusedError:
    """A part with this id exists."""
    return EditRefusedError(f"The canvas already has a {noun} with the id {part_id}. Use a new id.")


def said_already(how: Literal["kept", "dismissed"]) -> EditRefusedError:
    """A finding is kept, or dismissed, a second time."""
    return EditRefusedError(f"That finding is {how} already. Look at the findings again.")


def not_dismissed() -> EditRefusedError:
    """A finding is brought back that was not dismissed."""
    return EditRefusedError(
        "That finding is not among those that are dismissed. Look at the findings again."
    )


def too_many(noun: str, limit: int) -> EditRefusedError:
    """The canvas has as many parts of this kind as it can hold."""
    return EditRefusedError(
        f"A canvas holds at most {limit:,} {PLURALS[noun]}. Remove one before you add another."
    )


def no_such_layer(layer_id: str) -> EditRefusedError:
    """A card is put on a layer that the canvas does not have."""
    return EditRefusedError(
        f"This canvas has no layer called {layer_id}. Add the layer first, or choose another."
    )


def link_to_itself() -> EditRefusedError:
    """Both ends of a link are the same card."""
    return EditRefusedError("A card cannot be linked to itself. Choose two different cards.")


def linked_already(source: str, target: str) -> EditRefusedError:
    """A link between two cards, in this direction, exists."""
    return EditRefusedError(
        f"{source} is already linked to {target}. Change that link instead of adding another."
    )


def layer_in_use(title: str) -> EditRefusedError:
    """A layer that still has cards cannot be removed."""
    return EditRefusedError(
        f"The layer {title} still has cards. Move or remove them before you remove the layer."
    )


def last_layer(title: str) -> EditRefusedError:
    """The only layer cannot be removed."""
    return EditRefusedError(f"{title} is the only layer. A canvas needs at least one.")


def not_in_tray() -> EditRefusedError:
    """The card that an edit of the tray is about does not wait there."""
    return EditRefusedError(
        "That card is not in the tray any more. Somebody may have placed it:"
        " look at the canvas again."
    )


def not_of_tray() -> EditRefusedError:
    """A link is put beside the tray although both of its cards are placed."""
    return EditRefusedError("Neither card waits in the tray. Link the two on the canvas instead.")


def merged_with_itself() -> EditRefusedError:
    """A card is named as merged into itself, or twice, or no card is named."""
    return EditRefusedError("Choose at least two different cards to merge.")


def merged_too_large(problem: str) -> EditRefusedError:
    """What several cards carry does not fit one card."""
    return EditRefusedError(f"These cards do not fit into one: {problem} Shorten that first.")


def nothing_to_arrange() -> EditRefusedError:
    """None of the cards of an arrangement is on the canvas."""
    return EditRefusedError(
        "None of the cards to arrange is on the canvas any more. Look at the canvas again."
    )
