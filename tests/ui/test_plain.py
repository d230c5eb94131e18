from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from iceberg.ui.plain import plain, short, told_apart

texts = st.text(alphabet=string.printable + "é漢ع😀\u00a0", max_size=80)


@given(texts)
def test_every_mark_is_escaped_and_every_word_kept(text: str) -> None:
    safe = plain(text)
    assert re.sub(r"\\(.)", r"\1", safe.replace("\u2060", "")) == " ".join(text.split())
    bare = re.sub(r"\\.", "", safe)
    assert not set(bare) & set(string.punctuation)


@given(texts)
def test_nothing_is_read_as_a_name_an_address_or_an_arrow(text: str) -> None:
    read = re.sub(r"\\(.)", r"\1", plain(text))
    assert not re.search(r":[\w/+-]+:|:\w+\[|https?://|www\.|\w@\w|->|<-|--|>=|<=", read)


@given(texts, st.integers(10, 60))
def test_short_is_short_and_begins_the_same(text: str, limit: int) -> None:
    cut = short(text, limit)
    assert len(cut) <= limit
    assert " ".join(text.split()).startswith(cut.removesuffix("…"))


@given(st.lists(st.sampled_from(["a", "a · 2", "a · 3", "b"])))
def test_no_two_names_in_a_list_are_alike(names: list[str]) -> None:
    apart = told_apart(dict(enumerate(names)))
    assert list(apart) == list(range(len(names)))
    assert len(set(apart.values())) == len(names)
    assert all(apart[n].startswith(name) for n, name in enumerate(names))
