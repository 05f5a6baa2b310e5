"""A Parquet file put together from row groups that lie in other files, byte for byte.

A row group knows of its file only where in it its columns begin, and only the footer says so: so it
can be copied as it is, and a footer be written around it. No library at hand offers this. Footers
are Thrift structs in its compact protocol, as Parquet's own `parquet.thrift` lays them down; where
the columns of a group lie is read by pyarrow.

Of files of one schema, whose columns are flat and, as `WRITING` has them, without dictionaries.
"""

import struct
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

# Without dictionaries small row groups are smaller, and take a third less time.
WRITING: dict[str, Any] = {"compression": "zstd", "use_dictionary": False}
MAGIC = b"PAR1"
LONGEST_BOUND = 128  # bytes of a column's least and greatest value; longer ones are left out
TYPES = ("BOOLEAN", "INT32", "INT64", "INT96", "FLOAT", "DOUBLE", "BYTE_ARRAY")
ENCODINGS = {"PLAIN": 0, "RLE": 3}
ZSTD = 6
# "No rows, in no groups", as the footer of an empty file says it.
EMPTY = b"\x16\x00\x19\x0c"
# Types of what a list holds. A field begins with a byte: how much higher its number is than that of
# the field before, then its type, four bits each.
I32, BINARY, STRUCT = 5, 8, 12


def assemble(target: Path, schema: pa.Schema, groups: Iterable[tuple[Path, int]]) -> None:
    """Write a file of these row groups, each told by its file and its number there."""
    before, after = _around_groups(schema)
    rows, entries = 0, []
    with ExitStack() as stack:
        file = stack.enter_context(target.open("wb"))
        file.write(MAGIC)
        opened: dict[Path, tuple[BinaryIO, pq.FileMetaData]] = {}
        for path, number in groups:
            if path not in opened:
                source = stack.enter_context(path.open("rb"))
                opened[path] = (source, pq.read_metadata(path))
            source, metadata = opened[path]
            group = metadata.row_group(number)
            columns = [group.column(place) for place in range(group.num_columns)]
            start, length = _stretch(columns)
            entries.append(_group(group, columns, shift=file.tell() - start))
            source.seek(start)
            file.write(source.read(length))
            rows += group.num_rows
        listed = _list(STRUCT, entries)
        footer = b"".join((before, b"\x16", _number(rows), b"\x19", listed, after))
        file.write(footer + struct.pack("<I", len(footer)) + MAGIC)


def _around_groups(schema: pa.Schema) -> tuple[bytes, bytes]:
    """What stands before and after the row groups in a footer."""
    sink = pa.BufferOutputStream()
    pq.ParquetWriter(sink, schema, **WRITING).close()
    file = sink.getvalue().to_pybytes()
    (length,) = struct.unpack("<I", file[-8:-4])
    before, after = file[-8 - length : -8].split(EMPTY)
    return before, after


def _stretch(columns: list[pq.ColumnChunkMetaData]) -> tuple[int, int]:
    """Where a row group begins, and how long it is."""
    start = end = columns[0].data_page_offset
    for column in columns:
        if column.has_dictionary_page or column.data_page_offset != end:
            raise ValueError(f"{column.path_in_schema} does not lie as we write it")
        end += column.total_compressed_size
    return start, end - start


def _group(group: pq.RowGroupMetaData, columns: list[pq.ColumnChunkMetaData], shift: int) -> bytes:
    chunks = [_chunk(column, shift) for column in columns]
    size, rows = _number(group.total_byte_size), _number(group.num_rows)
    return b"".join((b"\x19", _list(STRUCT, chunks), b"\x16", size, b"\x16", rows, b"\x00"))


def _chunk(column: pq.ColumnChunkMetaData, shift: int) -> bytes:
    parts = (
        _kind(column.path_in_schema, column.physical_type, column.encodings),
        b"\x16", _number(column.num_values),
        b"\x16", _number(column.total_uncompressed_size),
        b"\x16", _number(column.total_compressed_size),
        b"\x26", _number(column.data_page_offset + shift),
        *_bounds(column),
        b"\x00\x00",
    )  # fmt: skip
    return b"".join(parts)


@cache
def _kind(name: str, physical_type: str, encodings: tuple[str, ...]) -> bytes:
    parts = (
        b"\x26\x00\x1c",  # no offset of the chunk's own, as pyarrow has it; then what it is
        b"\x15", _number(TYPES.index(physical_type)),
        b"\x19", _list(I32, [_number(ENCODINGS[encoding]) for encoding in encodings]),
        b"\x19", _list(BINARY, [_binary(name.encode())]),
        b"\x15", _number(ZSTD),
    )  # fmt: skip
    return b"".join(parts)


def _bounds(column: pq.ColumnChunkMetaData) -> Iterator[bytes]:
    """The least and the greatest value, by which readers pass over groups."""
    found = column.statistics
    if found is None or not found.has_min_max or not found.has_null_count:
        return
    least, greatest = (_plain(value, column) for value in (found.min_raw, found.max_raw))
    if max(len(least), len(greatest)) > LONGEST_BOUND:
        return
    yield b"\x3c\x36" + _number(found.null_count)
    yield b"\x28" + _binary(greatest) + b"\x18" + _binary(least) + b"\x00"


def _plain(value: Any, column: pq.ColumnChunkMetaData) -> bytes:
    match column.physical_type:
        case "BYTE_ARRAY":
            return value
        case "BOOLEAN":
            return bytes([value])
        case "INT32":
            return struct.pack("<i", value)
        case "INT64":
            return struct.pack("<q", value)
        case "DOUBLE":
            return struct.pack("<d", value)
        case other:
            raise ValueError(f"{column.path_in_schema} is {other}, which no table of ours has")


def _list(kind: int, items: list[bytes]) -> bytes:
    if len(items) < 15:
        head = bytes([len(items) << 4 | kind])
    else:
        head = bytes([0xF0 | kind]) + _varint(len(items))
    return head + b"".join(items)


def _binary(value: bytes) -> bytes:
    return _varint(len(value)) + value


def _number(value: int) -> bytes:
    """A number that could be negative; none of ours is."""
    return _varint(value << 1)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
