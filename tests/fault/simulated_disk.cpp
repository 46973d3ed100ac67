#include "simulated_disk.h"

#include <algorithm>
#include <utility>

namespace stead::fault {
namespace {

constexpr std::int64_t sectorBytes = 512;

bool toss(std::mt19937& random) { return (random() & 1U) != 0; }

}  // namespace

SimulatedDisk::Handle SimulatedDisk::find(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const auto found = names_.find(path);
  return found == names_.end() ? nullptr : found->second;
}

SimulatedDisk::Handle SimulatedDisk::add(const std::string& path, Bytes content, bool isNew) {
  const std::lock_guard lock(mutex_);
  auto file = std::make_shared<File>();
  file->synced = std::move(content);
  names_[path] = file;
  if (!isNew) durableNames_[path] = file;
  return file;
}

bool SimulatedDisk::powered() {
  if (cut_) return false;
  if (++changes_ == cutAt_) cut_ = true;
  return true;
}

bool SimulatedDisk::write(File& file, std::span<const std::uint8_t> bytes, std::int64_t at) {
  const std::lock_guard lock(mutex_);
  if (!powered()) return false;
  file.unsynced.push_back({at, Bytes(bytes.begin(), bytes.end()), false});
  return !cut_;
}

bool SimulatedDisk::truncate(File& file, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  if (!powered()) return false;
  file.unsynced.push_back({size, {}, true});
  return !cut_;
}

bool SimulatedDisk::sync(File& file) {
  const std::lock_guard lock(mutex_);
  if (!powered() || cut_) return false;
  for (const File::Change& change : file.unsynced) apply(file.synced, change);
  file.unsynced.clear();
  if (std::exchange(file.nameNeedsSync, false)) durableNames_ = names_;
  return true;
}

bool SimulatedDisk::remove(const std::string& path, bool syncFolder) {
  const std::lock_guard lock(mutex_);
  if (!powered()) return false;
  names_.erase(path);
  if (cut_) return false;
  if (syncFolder) durableNames_ = names_;
  return true;
}

std::map<std::string, SimulatedDisk::Bytes> SimulatedDisk::remains(std::mt19937& random) {
  const std::lock_guard lock(mutex_);
  std::map<std::string, std::pair<Handle, Handle>> both;  // durable, current
  for (const auto& [path, file] : durableNames_) both[path].first = file;
  for (const auto& [path, file] : names_) both[path].second = file;
  std::map<std::string, Bytes> left;
  for (const auto& [path, files] : both) {
    const Handle& file = toss(random) ? files.first : files.second;
    if (file) left[path] = remainsOf(*file, random);
  }
  return left;
}

SimulatedDisk::Bytes SimulatedDisk::remainsOf(const File& file, std::mt19937& random) {
  Bytes content = file.synced;
  std::vector<const File::Change*> changes;
  for (const File::Change& change : file.unsynced) changes.push_back(&change);
  std::shuffle(changes.begin(), changes.end(), random);
  for (const File::Change* change : changes) {
    if (toss(random)) {
      apply(content, *change);
    } else if (toss(random)) {
      applyTorn(content, *change, random);
    }
  }
  return content;
}

void SimulatedDisk::apply(Bytes& content, const File::Change& change) {
  if (change.truncates) {
    content.resize(static_cast<std::size_t>(change.at));
    return;
  }
  const auto end = static_cast<std::size_t>(change.at) + change.bytes.size();
  if (content.size() < end) content.resize(end);
  std::copy(change.bytes.begin(), change.bytes.end(), content.begin() + change.at);
}

// Some of the sectors that the write touches; a sector is written whole or not at all.
void SimulatedDisk::applyTorn(Bytes& content, const File::Change& change, std::mt19937& random) {
  const auto size = static_cast<std::int64_t>(change.bytes.size());
  for (std::int64_t from = 0; from < size;) {
    const std::int64_t boundary = ((change.at + from) / sectorBytes + 1) * sectorBytes - change.at;
    const std::int64_t to = std::min(size, boundary);
    if (toss(random)) {
      apply(content, {change.at + from, Bytes(change.bytes.begin() + from, change.bytes.begin() + to), false});
    }
    from = to;
  }
}

}  // namespace stead::fault
