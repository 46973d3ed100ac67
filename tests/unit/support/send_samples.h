// Files and records that tests of sending start from.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.h"
#include "documents/send_request.h"

namespace stead::test {

inline Bytes readBytes(const std::string& pathInTree) {
  std::ifstream in(std::filesystem::path(STEAD_SOURCE_DIR) / pathInTree, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline Bytes bytesFrom(std::string_view text) { return {text.begin(), text.end()}; }

inline Upload uploadOf(std::initializer_list<UploadFile> files) { return Upload{files}; }

// The agreement of the examples: three pages.
inline Upload agreement() { return uploadOf({{"agreement.pdf", readBytes("examples/data/agreement.pdf")}}); }

inline Json signatureField() {
  return {{"fieldType", "Signature"},
          {"pageNumber", 3},
          {"bounds", {{"x", 140}, {"y", 290}, {"width", 240}, {"height", 25}}}};
}

inline Json signer(std::string_view email = "david@cubeflakes.com") {
  return {{"name", "David"}, {"emailAddress", email}, {"formFields", Json::array({signatureField()})}};
}

inline Json sendRecord() { return {{"title", "Agreement"}, {"signers", Json::array({signer()})}}; }

// "" when the call passes, else the error's code and fields: "invalidRecord /title: must be text | /x: …".
template <class Call>
std::string refusalOf(Call call) {
  try {
    call();
    return {};
  } catch (const Error& error) {
    std::string out = codeName(error.code());
    for (const FieldError& field : error.fields()) {
      out += (&field == &error.fields().front() ? " " : " | ") + field.field + ": " + field.message;
    }
    if (error.fields().empty()) out += " " + error.text();
    return out;
  }
}

}  // namespace stead::test
