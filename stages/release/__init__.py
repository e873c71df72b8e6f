"""A built site made fit to be handed over: sealed, packed, with its engine and licences."""
