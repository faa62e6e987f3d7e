"""Preparing agendas, asking the steering group, and what others ask of them."""

from bot.agenda.service.agenda import Agenda
from bot.agenda.service.desk import Desk
from bot.agenda.service.inviting import Inviting
from bot.agenda.service.steering import WISH, Steering

__all__ = ["WISH", "Agenda", "Desk", "Inviting", "Steering"]
