"""Reading a whole layer again before a meeting, card by card."""
