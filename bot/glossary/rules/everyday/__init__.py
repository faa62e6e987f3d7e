"""Names of terms that are everyday words too, and the company in which each of them is the term."""

from bot.glossary.rules.everyday.company import NAME, Company, company_of, company_of_several
from bot.glossary.rules.everyday.known import is_known

__all__ = ["NAME", "Company", "company_of", "company_of_several", "is_known"]
