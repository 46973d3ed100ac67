// RFC 4648 base64, with padding.
#pragma once

#include <string>

namespace conformance {

inline std::string base64(const std::string& bytes) {
  static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t at) {
      return at < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) : 0U;
    };
    const unsigned group = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
    for (unsigned place = 0; place < 4; ++place) {
      out += i + place > bytes.size() ? '=' : alphabet[(group >> (18U - 6U * place)) & 63U];
    }
  }
  return out;
}

}  // namespace conformance
