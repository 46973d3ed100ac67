// A VFS for the writer's connection that hands the log one write per commit. SQLite writes two pieces for each page,
// the frame's head and the page, never aligned to the blocks of the file: sixty calls for a send, each touching a block
// or two. Gathered they are one call, and it comes before the sync that makes the commit durable, so nothing that
// SQLite promises depends on it. Only for synchronous=FULL: there each commit syncs before other connections may see
// it.
#pragma once

#include <sqlite3.h>

namespace stead::sqlite {

// Its name, for sqlite3_open_v2; registered once for the process.
[[nodiscard]] const char* gatheringVfs();

// Drops what a transaction that was undone has left unwritten: those places in the log belong to whoever commits next,
// perhaps another process.
void dropGathered(sqlite3* db) noexcept;

}  // namespace stead::sqlite
