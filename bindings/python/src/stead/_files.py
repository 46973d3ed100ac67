"""Files on their way in and out: by path, as bytes, or as file objects."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import IO, NamedTuple, TypeAlias

from . import _core
from .records.documents import DownloadInfo

PART_BYTES = 1024 * 1024
"""How much of a file is moved at once."""

Path: TypeAlias = str | os.PathLike[str]
Content: TypeAlias = bytes | bytearray | memoryview | Path | IO[bytes]
"""The bytes of a file, the path of one, or a file object open for reading bytes."""
FileSource: TypeAlias = Path | IO[bytes] | tuple[str, Content]
"""What `documents.send` takes as a file: a path, a file object that knows its name, or `(name, content)`."""


def upload_of(files: Iterable[FileSource]) -> _core.Upload:
    """The files as they travel beside a record. File objects are read from where they stand and left open."""
    upload = _core.upload_new()
    for source in files:
        name, content = source if isinstance(source, tuple) else (_name_of(source), source)
        if isinstance(content, (bytes, bytearray, memoryview)):
            _core.upload_add_file(upload, name, bytes(content))
        elif isinstance(content, (str, os.PathLike)):
            with open(content, "rb") as stream:
                _read_into(upload, name, stream)
        else:
            _read_into(upload, name, content)
    return upload


def _name_of(source: Path | IO[bytes]) -> str:
    name = source if isinstance(source, (str, os.PathLike)) else getattr(source, "name", None)
    if not isinstance(name, (str, os.PathLike)):
        raise TypeError("a file without a name goes as a tuple (name, content)")
    return os.path.basename(name)


def _read_into(upload: _core.Upload, name: str, stream: IO[bytes]) -> None:
    _core.upload_begin_file(upload, name)
    while part := stream.read(PART_BYTES):
        if not isinstance(part, bytes):
            raise TypeError(f"{name} is not open for reading bytes")
        _core.upload_append(upload, part)


class FilePart(NamedTuple):
    """Bytes of a file of a document, and what file it is."""

    info: DownloadInfo
    data: bytes


ReadPart: TypeAlias = Callable[[int, int], tuple[bytes, str]]
"""(offset, size) -> the bytes, and what file it is as JSON text."""


def read_part(read: ReadPart, offset: int, size: int) -> FilePart:
    """The bytes from `offset` on, at most `size`."""
    data, info = read(offset, size)
    return FilePart(DownloadInfo.from_json(info), data)


def _parts(read: ReadPart) -> Iterator[FilePart]:
    part = read_part(read, 0, PART_BYTES)
    done = len(part.data)
    yield part
    while done < part.info.size and part.data:
        part = read_part(read, done, PART_BYTES)
        done += len(part.data)
        yield part


def read_whole(read: ReadPart) -> FilePart:
    """The whole file, in memory."""
    parts = list(_parts(read))
    return FilePart(parts[0].info, b"".join(part.data for part in parts))


def save_whole(read: ReadPart, to: Path | IO[bytes]) -> DownloadInfo:
    """Writes the whole file to a path or a file object, part by part."""
    if isinstance(to, (str, os.PathLike)):
        parts = _parts(read)
        first = next(parts)  # a file that may not be read leaves nothing behind
        with open(to, "wb") as stream:
            stream.write(first.data)
            stream.writelines(part.data for part in parts)
        return first.info
    for part in _parts(read):
        to.write(part.data)
    return part.info
