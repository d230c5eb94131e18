"""The page of whoever runs a workshop: invite, phases, what comes together."""
