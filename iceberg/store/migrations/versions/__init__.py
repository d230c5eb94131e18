"""One script a schema, named by its number; a released one never changes."""
