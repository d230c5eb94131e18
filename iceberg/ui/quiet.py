"""Nonsense that is sent to the server leaves one line in its log, not a traceback.

Anybody who reaches the server can send it as often as they like; a log full of tracebacks would
hide what is ours to mend. The libraries below log it as if it were a fault of the server.
"""

from __future__ import annotations

import logging
from traceback import extract_tb
from typing import Final

_NONSENSE: Final = "A WebSocket message was refused: it is none that a page of this server sends."
_UVICORN: Final = "uvicorn.error"
_STREAMLIT: Final = "streamlit.web.server.starlette.starlette_websocket"
_SAID_OF_NONSENSE: Final = ("Invalid UTF-8 sequence", "Error deserializing back message")
_READS_A_MESSAGE: Final = ("receive_bytes", "receive_text")


def log_nonsense_briefly() -> None:
    """From now on; doing it again changes nothing."""
    for name in (_UVICORN, _STREAMLIT):
        logging.getLogger(name).addFilter(_shorten)


def _shorten(record: logging.LogRecord) -> bool:
    if _is_nonsense(record):
        record.msg, record.args = _NONSENSE, ()
        record.exc_info = record.exc_text = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def _is_nonsense(record: logging.LogRecord) -> bool:
    if str(record.msg).startswith(_SAID_OF_NONSENSE):
        return True
    error = record.exc_info[1] if record.exc_info else None
    # A text message where bytes are expected, and the other way round.
    return isinstance(error, KeyError) and extract_tb(error.__traceback__)[-1].name in (
        _READS_A_MESSAGE
    )
