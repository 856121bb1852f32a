"""What is kept: SQLAlchemy and Alembic live here, and nowhere else. `store.Store` is the door; `export` writes files."""
