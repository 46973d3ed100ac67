#include "audit/detail.h"

#include <algorithm>

#include "audit/checkpoint.h"

namespace stead::audit {

std::string fileDetail(std::string_view name, const Hash& sha256, std::int64_t size) {
  return crypto::hex(sha256) + " " + std::to_string(size) + " " + std::string(name);
}

std::optional<FileDetail> readFileDetail(std::string_view text) {
  constexpr std::size_t hexBytes = 2 * sizeof(Hash);
  if (text.size() <= hexBytes || text[hexBytes] != ' ') return std::nullopt;
  const auto hash = crypto::fromHex(text.substr(0, hexBytes));
  const auto space = text.find(' ', hexBytes + 1);
  if (!hash || space == std::string_view::npos) return std::nullopt;
  const auto size = parseDecimal(text.substr(hexBytes + 1, space - hexBytes - 1));
  if (!size) return std::nullopt;
  FileDetail file{std::string(text.substr(space + 1)), {}, *size};
  std::copy(hash->begin(), hash->end(), file.sha256.begin());
  return file;
}

}  // namespace stead::audit
