"""The ledger of assumptions: what asks for another look, reviews, and what is assumed anew."""
