"""calendar_days.py: working days and times of the demonstration's year, in Beijing.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date, datetime, timedelta

AS_OF = date(2026, 3, 18)
FIRST = date(2025, 5, 6)
HOLIDAYS = ((date(2025, 5, 31), date(2025, 6, 2)), (date(2025, 10, 1), date(2025, 10, 8)),
            (date(2026, 1, 1), date(2026, 1, 3)), (date(2026, 2, 15), date(2026, 2, 23)))


def is_working(day):
    return day.weekday() < 5 and not any(a <= day <= b for a, b in HOLIDAYS)


def working(day):
    """The day itself, or the working day before it."""
    while not is_working(day):
        day -= timedelta(1)
    return day


def working_after(day):
    day += timedelta(1)
    while not is_working(day):
        day += timedelta(1)
    return day


def utc(day, minutes):
    """The instant so many minutes after midnight in Beijing."""
    at = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes) - timedelta(hours=8)
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def office_minutes(rng):
    return rng.randrange(8 * 60 + 30, 18 * 60)
