#include "documents/zip_writer.h"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <new>
#include <set>
#include <stdexcept>

namespace stead::documents {
namespace {

constexpr uLong utf8Names = 1UL << 11U;
constexpr int memoryLevel = 8;       // zlib's own choice
constexpr uLong versionMadeBy = 45;  // for files of 4 GB; no attributes of a system

// What minizip writes into instead of a file.
struct Memory {
  Bytes bytes;
  std::size_t at = 0;
};
Memory& memoryOf(voidpf stream) { return *static_cast<Memory*>(stream); }

voidpf openMemory(voidpf opaque, const void* /*name*/, int /*mode*/) { return opaque; }
uLong readMemory(voidpf /*opaque*/, voidpf stream, void* into, uLong size) {
  Memory& memory = memoryOf(stream);
  const std::size_t length = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  std::copy_n(memory.bytes.data() + memory.at, length, static_cast<std::uint8_t*>(into));
  memory.at += length;
  return length;
}
uLong writeMemory(voidpf /*opaque*/, voidpf stream, const void* data, uLong size) {
  Memory& memory = memoryOf(stream);
  try {
    if (memory.at + size > memory.bytes.size()) memory.bytes.resize(memory.at + size);
  } catch (const std::bad_alloc&) {
    return 0;  // through C: minizip reports it as an error
  }
  std::copy_n(static_cast<const std::uint8_t*>(data), size, memory.bytes.data() + memory.at);
  memory.at += size;
  return size;
}
ZPOS64_T tellMemory(voidpf /*opaque*/, voidpf stream) { return memoryOf(stream).at; }
long seekMemory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memoryOf(stream);
  std::size_t from = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = memory.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) from = memory.bytes.size();
  if (from + offset > memory.bytes.size()) return -1;
  memory.at = from + offset;
  return 0;
}
int closeMemory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
int errorOfMemory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

void require(int outcome) {
  if (outcome != ZIP_OK) throw std::runtime_error("the archive could not be written");
}

zip_fileinfo infoAt(std::int64_t at) {
  using namespace std::chrono;
  const sys_time<milliseconds> moment{milliseconds(at)};
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(floor<seconds>(moment - day));
  zip_fileinfo info{};
  const auto number = [](auto value) { return static_cast<uInt>(value); };
  info.tmz_date.tm_year = number(static_cast<int>(date.year()));
  info.tmz_date.tm_mon = static_cast<unsigned>(date.month()) - 1;
  info.tmz_date.tm_mday = static_cast<unsigned>(date.day());
  info.tmz_date.tm_hour = number(time.hours().count());
  info.tmz_date.tm_min = number(time.minutes().count());
  info.tmz_date.tm_sec = number(time.seconds().count());
  return info;
}

struct Close {
  void operator()(void* zip) const noexcept { zipClose(zip, nullptr); }
};

void add(zipFile zip, const std::string& name, ByteView bytes, const zip_fileinfo& info) {
  require(zipOpenNewFileInZip4_64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                  Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, memoryLevel, Z_DEFAULT_STRATEGY, nullptr, 0,
                                  versionMadeBy, utf8Names, 0));
  require(zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())));
  require(zipCloseFileInZip(zip));
}

// "a.pdf", "a (2).pdf", …
std::string unusedName(const std::string& name, std::set<std::string>& used) {
  const auto dot = name.rfind('.');
  const std::string stem = name.substr(0, dot);
  const std::string ending = dot == std::string::npos ? "" : name.substr(dot);
  std::string candidate = name;
  for (int i = 2; !used.insert(candidate).second; ++i) candidate = stem + " (" + std::to_string(i) + ")" + ending;
  return candidate;
}

}  // namespace

Bytes writeZip(const std::vector<ZipEntry>& entries, std::int64_t at) {
  Memory memory;
  zlib_filefunc64_def functions{openMemory, readMemory,  writeMemory,   tellMemory,
                                seekMemory, closeMemory, errorOfMemory, &memory};
  std::unique_ptr<void, Close> zip(zipOpen2_64("archive", APPEND_STATUS_CREATE, nullptr, &functions));
  if (!zip) throw std::runtime_error("the archive could not be begun");
  const zip_fileinfo info = infoAt(at);
  std::set<std::string> used;
  for (const ZipEntry& entry : entries) add(zip.get(), unusedName(entry.name, used), entry.bytes, info);
  require(zipClose(zip.release(), nullptr));
  return std::move(memory.bytes);
}

}  // namespace stead::documents
