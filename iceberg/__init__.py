"""The extended iceberg canvas: a national iceberg beside the iceberg of a place."""

__version__ = "0.1.0"
