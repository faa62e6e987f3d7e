"""Addresses and numbers: email, telephone, NHS."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType

from bot.questions.rules.second_look.patterns import Span

#: With the area code and its 0.
_DIGITS_OF_A_NUMBER = 11
#: Numbers that an office has and a person has not.
_OF_OFFICES = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.UAN,
}


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number, by its check digit (NHS Data Dictionary, NHS NUMBER).

    Multiply the first nine digits by 10, 9, 8 ... 2 and add the products up. Divide by 11 and take the
    remainder from 11. The result is the tenth digit, with 11 written as 0; with 10, no number is valid.
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    check = 11 - total % 11
    return int(digits[9]) == (0 if check == 11 else check)  # noqa: PLR2004 - named in the docstring


EMAIL = re.compile(
    r"\w[\w.%+'-]{0,63}(?:@| ?[(\[]at[)\]] ?)(?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,63}", re.IGNORECASE
)
_NHS_NUMBER = re.compile(r"(?<!\d)(?=(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d))")


def find_phones(text: str) -> Iterator[Span]:
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE):
        if _is_somebodys(match.number, match.raw_string):
            yield match.start, match.end


def _is_somebodys(number: phonenumbers.PhoneNumber, written: str) -> bool:
    """Whether it is a number that a person has, or could be one with a slip in it."""
    if not written.lstrip("( ").startswith(("0", "+")):
        return False
    if phonenumbers.is_valid_number(number):
        return phonenumbers.number_type(number) not in _OF_OFFICES
    return sum(character.isdigit() for character in written) >= _DIGITS_OF_A_NUMBER


def find_nhs_numbers(text: str) -> Iterator[Span]:
    for match in _NHS_NUMBER.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", match[1])):
            yield match.span(1)
