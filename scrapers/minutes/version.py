"""Which edition of the reader wrote a row: change it whenever the reader would read differently."""

READER_VERSION = "2026-11-30.1"
