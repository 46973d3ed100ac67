// A slower disk: every sync of every SQLite file of this process takes so much longer, ours and the floor's alike.
#pragma once

#include <atomic>
#include <chrono>

namespace stead::bench {

// Makes it the process's default way to files. Before any store is opened.
void installSlowSync();

extern std::atomic<std::chrono::microseconds> addedPerSync;

}  // namespace stead::bench
