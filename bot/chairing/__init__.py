"""The facilitators' view of a meeting that is on: one message, edited as things change, and its buttons."""
