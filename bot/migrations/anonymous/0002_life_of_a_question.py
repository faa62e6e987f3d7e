"""Questions can be held, merged and declined, and askers paused; most of a question is sealed as one.

A question that was written before keeps its rows: what it lacks in `details` has its default.
"""

import sqlalchemy as sa
from alembic import op

revision = "anonymous_0002"
down_revision = "anonymous_0001"

_OLD_CHECKS = (
    "question_number_counts_from_one",
    "question_state_is_known",
    "question_answered_has_an_answer",
    "question_closed_has_a_date",
)
_CHECKS = {
    "number_counts_from_one": "number > 0",
    "state_is_known": "state IN ('held', 'out', 'answered', 'merged', 'closed')",
    "answered_has_an_answer": "state <> 'answered' OR answer IS NOT NULL",
    "out_has_a_number": "state NOT IN ('out', 'answered') OR number IS NOT NULL",
    "merged_has_another": "(state = 'merged') = (merged_into IS NOT NULL)",
    "closed_has_a_date": "(state = 'closed') = (closed_on IS NOT NULL)",
}


def upgrade() -> None:
    """Make the table of pauses, and let a question have a longer life."""
    op.create_table(
        "pause",
        sa.Column("community", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(16), nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("community", "key", name="pause_key"),
        sqlite_with_rowid=False,
    )
    # SQLite cannot change a check: there the table is made anew, and that must again be without row ids.
    with op.batch_alter_table("question", table_kwargs={"sqlite_with_rowid": False}) as table:
        for name in _OLD_CHECKS:
            table.drop_constraint(name, type_="check")
        table.add_column(sa.Column("details", sa.LargeBinary))
        table.add_column(sa.Column("merged_into", sa.Text))
        table.alter_column("number", existing_type=sa.Integer, nullable=True)
        for name, rule in _CHECKS.items():
            table.create_check_constraint(f"question_{name}", rule)
