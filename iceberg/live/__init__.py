"""Live updates: from what is done on one picture to the store, and on to everybody's picture."""
