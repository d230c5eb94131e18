"""Texts as people write them, for the property tests of everything that measures or draws."""

from __future__ import annotations

from hypothesis import strategies as st

from iceberg.model import TEXT_LIMIT, clean_text

SAMPLES = {
    "Latin": "Contracts below cost: AVATAR To. office fjord pan-European and/or 2025-26",
    "Welsh": "Mae’r cyngor yn torri’r gwasanaethau; yr ŵyn, tŷ, gŵyl, Ŵ Ŷ ẁ ẅ",
    "Cyrillic": "Жилищный кризис растёт; ТАЛКО щёлкает эхо",
    "Greek": "Άγγλος ώρα σχολείο ΑΥΤΟΣ",
    "Arabic": "أزمة السكن تتفاقم في المدينة 2025، لا إله (سلام) !",
    "Persian": "می‌خواهم خانه‌ای ارزان",
    "emoji": "🏠 👨‍👩‍👧 👍🏽 🇬🇧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ ❤️‍🔥 🏳️‍🌈 1️⃣ ☎️ 🔒",
    "mixed": "tАлко سلام abc 12.5% 🤖 − + → ▲▼●□ é ạ",
}

_LETTERS = st.one_of(
    st.characters(min_codepoint=0x21, max_codepoint=0x17F, exclude_categories=("Cc", "Cf")),
    st.sampled_from("ŵŷŴŶẁẅ"),
    st.sampled_from([chr(code) for code in range(0x400, 0x460)]),
    st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى،؟"),
    st.sampled_from(SAMPLES["emoji"].split()),
)
_WORDS = st.lists(_LETTERS, min_size=1, max_size=14).map("".join)

card_texts: st.SearchStrategy[str] = (
    st.one_of(
        st.lists(_WORDS, min_size=1, max_size=24).map(" ".join),
        st.lists(_LETTERS, min_size=1, max_size=TEXT_LIMIT).map("".join),
        st.lists(_WORDS, min_size=1, max_size=6).map("\n".join),
        st.just("W" * TEXT_LIMIT),
    )
    .map(lambda text: clean_text(text[:TEXT_LIMIT]))
    .filter(bool)
)
"""What a card may say: 1 to 240 characters in Latin, Welsh, Cyrillic, Arabic and emoji."""
