"""Alembic's way in: runs the steps on the connection that `upgrade` opened, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
