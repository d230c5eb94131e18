"""XML from strangers: no entities, no DTD, nothing fetched, not too deep."""

from __future__ import annotations

import io
import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from iceberg.errors import BadInputError
from iceberg.importers.limits import XML_DEPTH, XML_PARTS, XML_TAG
from iceberg.importers.refusing import refused

_BROKEN: Final = (ParseError, LookupError, UnicodeError, ValueError)
"""What expat raises for text that is not XML, or is in an encoding that it does not know."""
_LONG_TAG: Final = re.compile(rb"<[^!<>][^<>]{%d}" % XML_TAG)
_OTHER: Final = "Export the map again, or in another format."


def read_xml(data: bytes) -> Element:
    """The root of an XML file. Raises `BadInputError` for one that is broken or dangerous."""
    if has_long_tag(data):
        raise _too_much()
    depth = parts = 0
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            parts += 1 + len(element.attrib) if event == "start" else 0
            if parts > XML_PARTS:
                raise _too_much()
            if depth > XML_DEPTH:
                raise refused(f"Elements stand more than {XML_DEPTH} deep in one another.", _OTHER)
    except DefusedXmlException:
        raise refused("The XML has entities or a document type of its own.", _OTHER) from None
    except ParseError as error:
        line = error.position[0]
        raise refused("this is not XML.", "Mend it, or export it again.", f"line {line}") from None
    except _BROKEN:
        raise refused("The XML is in an encoding that nobody knows.", _OTHER) from None
    if root is None:
        raise refused("The file is empty.", _OTHER)
    return root


def has_long_tag(data: bytes) -> bool:
    """Whether a tag is longer than `XML_TAG`."""
    return _LONG_TAG.search(data) is not None


def _too_much() -> BadInputError:
    return refused("The file has far more parts than a canvas can hold.", "Take a part of the map.")


def named(data: bytes, root: str) -> bool:
    """Whether a file begins as XML whose outermost element is called so, in any namespace."""
    head = data[:4_000].replace(b"\0", b"")
    found = re.search(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]", head)
    return found is not None and found[1].lower() == root.encode()


def local(element: Element) -> str:
    """An element's name without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].casefold()
