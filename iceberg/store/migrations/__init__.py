"""How a database gets from each schema to the next: one script a schema, run by alembic."""
