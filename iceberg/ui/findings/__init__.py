"""The findings: what the canvas says, what if, what pulls, and where a small shift may go far."""
