"""What may leave the canvas, what for, and what to know before it does."""
